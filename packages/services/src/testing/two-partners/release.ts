import { tables } from '@ascent/db';
import { FeedName } from '@ascent/schemas';
import { binColumn, binsOf, type FactValues, factColumn, factType, scoreBins } from '@ascent/scoring';
import { addColumns } from '@ascent/warehouse';
import { keepDocument } from '../../model/store';
import { rememberCatalogue } from '../../release/inputs';
import { sealAndSwitch } from '../../release/seal';
import type { TestPlatform } from '../platform';
import { FEATURES, fitModel, intentModel, modelCard, revenueModel, smallCatalogue } from './catalogue';

export const RELEASES = ['2026-09.1', '2026-10.1'] as const;
const DAY = { '2026-09.1': '2026-09-20', '2026-10.1': '2026-10-20' };

/** Whose texts all hold this word, so that one search of an answer finds any trace of it. */
export const ALPHA = 'qxalpha';
export const BRAVO = 'bravo';

/** Sensitive values of Alpha's first account, each a number that stands nowhere else. */
export const SENSITIVE = {
  spendCents: 42_424_200,
  expiringCents: 777_777_700,
  band: '$25K-$50K',
  evidence: 'https://sensitive-evidence.example/',
};

/** Of all partners' sales: nobody is told. */
const ORDERS = 565_656;

const FACTS: Record<(typeof RELEASES)[number], FactValues> = {
  '2026-09.1': {
    ...{ employees: 240, industry: 'Health', visits: 0, recentSecurity: 0 },
    ...{ spend365d: 31_313_200, orders365d: 565_656 },
  },
  '2026-10.1': {
    ...{ employees: 240, industry: 'Health', visits: 2, recentSecurity: 3 },
    ...{ spend365d: SENSITIVE.spendCents, orders365d: ORDERS },
  },
};

/** Alpha has an account at each of two locations, Bravo one; two releases, the second of which explains its scores. */
export async function releaseOfTwo(stores: TestPlatform): Promise<void> {
  await columnsOf(stores);
  const { platform, jobs } = stores;
  for (const model of [fitModel, intentModel])
    await platform.host.insert(tables.model).values({
      ...{ id: model.id, product: model.product, kind: model.kind, period: model.period },
      ...{ promoted: true, document: { document: model }, card: modelCard },
    });
  const revenue = await keepDocument(platform.host, 'revenue', {
    ...{ product: 'Security', period: '2026-10', document: revenueModel },
  });
  for (const [at, id] of RELEASES.entries())
    await publish(stores, id, RELEASES[at - 1] ?? null, { revenue: revenue.id });
  await jobs.insertRows({
    table: 'release_rows',
    rows: RELEASES.flatMap((release) => [
      accountRow(release, ALPHA, { n: 1, location: 'L1' }),
      accountRow(release, ALPHA, { n: 2, location: 'L2' }),
      accountRow(release, BRAVO, { n: 1, location: 'B1' }),
    ]),
  });
  await jobs.insertRows({
    table: 'release_agreements',
    rows: RELEASES.flatMap((release) => [
      agreementRow(release, ALPHA, { n: 1, location: 'L1', cents: SENSITIVE.expiringCents }),
      agreementRow(release, ALPHA, { n: 2, location: 'L2', cents: 8_888_800 }),
      agreementRow(release, BRAVO, { n: 1, location: 'B1', cents: 12_300 }),
    ]),
  });
  for (const release of RELEASES) {
    await known(stores, release, `${ALPHA}-1`, FACTS[release]);
    // Others that went the same way, so that a next step is advised.
    for (let at = 0; at < 6; at++) await known(stores, release, `x${at}`, stepsOf(release));
  }
  await jobs.insertRows({
    table: 'feed_signals',
    rows: [
      signal('visit', '2026-10-01', { kind: 'visit', topic: 'crm', url: `https://visit.${ALPHA}.example/` }),
      signal('sensitive', '2026-10-14', { url: SENSITIVE.evidence }),
    ],
  });
}

async function columnsOf({ jobs }: TestPlatform): Promise<void> {
  const texts = ['Cluster', 'Code', 'WasCode', 'Fit', 'Intent', 'RevenuePotential', 'SignalExplainability'];
  const low = (name: string) => ({ name, type: 'LowCardinality(String)' });
  const columns = [
    ...smallCatalogue.products.flatMap(({ id }) => [
      ...texts.map((name) => low(`${id}${name}`)),
      ...['FitScore', 'IntentScore'].map((name) => ({ name: `${id}${name}`, type: 'Nullable(UInt16)' })),
      { name: `${id}Propensity`, type: 'Nullable(UInt32)' },
    ]),
    ...smallCatalogue.cohorts.map(({ header }) => low(header)),
  ];
  for (const sql of [
    ...addColumns(
      'features',
      smallCatalogue.facts.map((fact) => ({ name: factColumn(fact.id), type: factType(fact) })),
    ),
    ...addColumns(
      'feature_bins',
      smallCatalogue.facts.map((fact) => ({ name: binColumn(fact.id), type: 'UInt8' })),
    ),
    ...addColumns('release_rows', columns),
  ])
    await jobs.command({ sql, idempotent: true });
}

async function publish(
  { platform }: TestPlatform,
  id: (typeof RELEASES)[number],
  previousId: string | null,
  { revenue }: { revenue: string },
): Promise<void> {
  const [period, revision] = id.split('.') as [string, string];
  const row = { id, period, revision: Number(revision), status: 'running', inputsHash: id };
  await platform.host.insert(tables.release).values({ ...row, manifest: {}, contentHash: '' });
  const manifest = {
    asOf: { score: DAY[id], fit: DAY[id] },
    catalogue: { hash: await rememberCatalogue(platform.host, smallCatalogue) },
    binning: 'b',
    inputs: Object.fromEntries(FeedName.options.map((feed) => [feed, [1]])),
    models: {
      ...{ fit: { Security: fitModel.id }, intent: { Security: intentModel.id } },
      revenue: { Security: revenue },
    },
  };
  await sealAndSwitch(platform.host, { releaseId: id, previousId, manifest, contentHash: id });
}

type Of = { n: number; location: string };

/** Of Alpha the numbers are as telling as the texts. */
function accountRow(release: (typeof RELEASES)[number], partner: string, { n, location }: Of) {
  const scored = (model: typeof fitModel) => scoreBins(model, binsOf(model, FACTS[release])).score;
  const own = (what: string) => `${partner} ${what} ${n}`;
  const isFirst = partner === ALPHA && n === 1;
  const [cluster, code] = release === '2026-10.1' ? ['Act Now', 'A1'] : ['Evaluate', 'E5'];
  return {
    ...{ release_id: release, partner_id: partner, account_id: `${partner}-${n}`, location_ids: [location] },
    ...{ GlobalID: own('global'), PartnerName: own('name'), CustomerID: own('customer') },
    ...{ DUNSNumber: own('duns'), AccountName: own('company'), Domain: `${partner}-${n}.example` },
    ...{ OrgSize: partner === ALPHA ? 918_270 + n : 30, Industry: own('industry'), Country: own('country') },
    ...{ City: own('city'), SMCTypeSummary: 'Medium', LastSignalOn: '2026-10-01' },
    SignalTopics: [`${partner}-topic`],
    ...{ SecurityCluster: cluster, SecurityCode: code, SecurityFit: 'High', SecurityIntent: 'High' },
    SecurityWasCode: release === '2026-10.1' ? 'E5' : '',
    ...{ SecurityFitScore: scored(fitModel), SecurityIntentScore: scored(intentModel) },
    ...{ SecurityPropensity: 120_000, SecuritySignalExplainability: own('driver') },
    SecurityRevenuePotential: isFirst ? SENSITIVE.band : '<$1K',
    ...{ Staffed: 'Yes', Spenders: isFirst ? 'Yes' : 'No' },
  };
}

function agreementRow(release: string, partner: string, { n, location, cents }: Of & { cents: number }) {
  const own = (what: string) => `${partner} ${what} ${n}`;
  return {
    ...{ release_id: release, partner_id: partner, account_id: `${partner}-${n}`, location_ids: [location] },
    ...{ LicenseProgram: own('program'), AgreementID: own('agreement'), AgreementEndDate: '2026-12-15' },
    ...{ ExpirationType: 'Standard', ExpiringRevenue: cents, RevSumDivisionName: own('division') },
    RenewalPropensity: 500_000,
  };
}

function stepsOf(release: string): FactValues {
  return release === '2026-09.1'
    ? { orders365d: 1, visits: 2, spend365d: 1 }
    : { orders365d: 2, visits: 4, spend365d: 40_000_000 };
}

async function known(
  { jobs }: TestPlatform,
  release: (typeof RELEASES)[number],
  account: string,
  values: FactValues,
): Promise<void> {
  const key = { release_id: release, as_of: DAY[release], account_id: account, observed: 1 };
  const features = Object.values(FEATURES);
  const bins = binsOf({ features }, values);
  const row = (name: (id: string) => string, of: (at: number) => unknown) =>
    Object.fromEntries(features.map(({ fact }, at) => [name(fact), of(at)]));
  await jobs.insertRows({
    table: 'features',
    rows: [{ ...key, ...row(factColumn, (at) => values[features[at]!.fact] ?? null) }],
  });
  await jobs.insertRows({ table: 'feature_bins', rows: [{ ...key, ...row(binColumn, (at) => bins[at]) }] });
}

function signal(id: string, date: string, given: object) {
  return {
    ...{ load_seq: 1, row_hash: 1, signal_id: `${ALPHA} ${id}`, account_id: `${ALPHA}-1`, kind: 'news' },
    ...{ topic: 'security', date, seen_on: null, strength: 40, source: 'site', url: '' },
    ...given,
  };
}
