import { tables } from '@ascent/db';
import {
  type Catalogue,
  defaultCatalogue,
  FeedName,
  ModelCard,
  ModelDocument,
  type ModelMetrics,
  RevenueDocument,
  readCatalogue,
} from '@ascent/schemas';
import { binColumn, binsOf, type FactValues, factColumn, factType, scoreBins } from '@ascent/scoring';
import { addColumns } from '@ascent/warehouse';
import { keepDocument } from '../model/store';
import { rememberCatalogue } from '../release/inputs';
import { sealAndSwitch } from '../release/seal';
import type { TestPlatform } from '../testing';

const FACTS = ['employees', 'industry', 'visits', 'recentSecurity', 'spend365d', 'orders365d'];
const facts = FACTS.map((id) => {
  const fact = defaultCatalogue.facts.find((each) => each.id === id)!;
  // By itself it is what several partners sold, which nobody sees; here it stands for what executives see.
  return id === 'spend365d' ? { ...fact, visibility: 'sensitive' as const } : fact;
});
const product = (id: string) => ({
  ...defaultCatalogue.products.find((each) => each.id === id)!,
  fit: { facts: ['employees', 'industry', 'spend365d'], labelDays: 365 },
  intent: { facts: ['visits', 'recentSecurity', 'spend365d', 'orders365d'] },
});
const catalogue: Catalogue = readCatalogue({
  ...defaultCatalogue,
  facts,
  products: [product('Security'), product('Surface')],
  cohorts: [],
  flags: [],
  offers: [],
  workloads: [],
});

const numbers = (fact: string, ...edges: number[]) => ({
  fact,
  bins: { kind: 'number' as const, edges },
  coarse: Array.from({ length: edges.length + 2 }, (_, bin) => bin),
});
const FEATURES = {
  employees: numbers('employees', 25, 300),
  industry: {
    fact: 'industry',
    bins: { kind: 'category' as const, levels: ['Health', 'Retail'] },
    coarse: [0, 1, 2],
  },
  visits: numbers('visits', 1, 3),
  recentSecurity: numbers('recentSecurity', 1, 3),
  spend365d: numbers('spend365d', 1, 1_000_000),
  orders365d: numbers('orders365d', 1, 2),
};
const document = (id: string, given: Partial<ModelDocument>): ModelDocument =>
  ModelDocument.parse({
    format: 2,
    id,
    product: 'Security',
    kind: 'intent',
    method: 'pairs',
    period: '2026-10',
    seed: 1,
    binning: 'b',
    base: 300,
    anchors: { p35: -3, p90: -1, deciPerLogit: 225 },
    levelCuts: { high: 750, medium: 550, low: 300 },
    probability: { from: 0, step: 100, millionths: [10] },
    ...given,
  });
const { employees, industry, visits, recentSecurity, spend365d, orders365d } = FEATURES;
const fit = document('fit', {
  kind: 'fit',
  features: [employees, industry, spend365d],
  terms: [
    { features: [0], points: [-10, 20, 150, 300] },
    { features: [1], points: [0, 30, -20] },
    { features: [2], points: [0, -5, 25, 80] },
    { features: [0, 2], points: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0] },
  ],
});
const intentTerms = [
  { features: [0], points: [0, -20, 60, 200] },
  { features: [1], points: [0, -10, 90, 124] },
  { features: [2], points: [0, 0, 33, 44] },
  { features: [3], points: [0, 0, 70, 220] },
];
export const before = document('intent-before', {
  features: [visits, recentSecurity, spend365d, orders365d],
  terms: intentTerms,
});
export const after = document('intent-after', {
  base: 360,
  features: [visits, recentSecurity, spend365d, orders365d],
  terms: [{ features: [0], points: [0, -25, 70, 210] }, ...intentTerms.slice(1)],
});

export const SEPTEMBER: FactValues = {
  employees: 240,
  industry: 'Health',
  visits: 0,
  recentSecurity: 0,
  spend365d: 500_000,
  orders365d: 1,
};
export const OCTOBER: FactValues = { ...SEPTEMBER, visits: 2, recentSecurity: 3 };
export const scoreOf = (model: ModelDocument, values: FactValues) =>
  scoreBins(model, binsOf(model, values)).score;

const revenueDocument: Omit<RevenueDocument, 'id'> = RevenueDocument.omit({ id: true }).parse({
  format: 1,
  product: 'Security',
  period: '2026-10',
  binning: 'b',
  features: [employees],
  terms: [{ features: [0], points: [0, 0, 10, 20] }],
  base: 0,
  low: -10,
  high: 10,
  coverage: { target: 0.8, measured: 0.79, buyers: 100 },
  cents: { from: 0, step: 10, cents: [100_000, 200_000, 400_000] },
});

const none: ModelMetrics = {
  rows: 0,
  positives: 0,
  auc: null,
  prAuc: null,
  logLoss: null,
  brier: null,
  ece: null,
  lift10: null,
};
const card: ModelCard = ModelCard.parse({
  format: 2,
  definition: { label: 'purchase', days: 90, skus: [], scope: null },
  trainingRows: 0,
  trainingPositives: 0,
  trainingCutOffs: [],
  validationCutOff: null,
  method: 'pairs',
  candidates: [],
  metrics: { model: none, champion: null, contender: null, logistic: null, yardstick: null },
  championId: null,
  calibration: [],
  deciles: [],
  highLevelLift: null,
  terms: [],
  alternatives: [],
  leakage: [],
  concepts: [],
  published: true,
  decision: 'first',
  reason: 'the first of its kind',
});

/** One account of two partners' accounts through three releases, with what models, facts, bytes and signals say of it. */
export async function explainedAccount(stores: TestPlatform) {
  const { platform, jobs } = stores;
  for (const model of [fit, before, after])
    await platform.host.insert(tables.model).values({
      id: model.id,
      product: model.product,
      kind: model.kind,
      period: model.period,
      promoted: true,
      document: { document: model },
      card,
    });
  const revenue = await keepDocument(platform.host, 'revenue', {
    product: 'Security',
    period: '2026-10',
    document: revenueDocument,
  });
  for (const sql of [
    ...addColumns(
      'features',
      facts.map((fact) => ({ name: factColumn(fact.id), type: factType(fact) })),
    ),
    ...addColumns(
      'feature_bins',
      facts.map((fact) => ({ name: binColumn(fact.id), type: 'UInt8' })),
    ),
    ...addColumns(
      'release_rows',
      catalogue.products.flatMap(({ id }) => [
        ...['Cluster', 'Code', 'WasCode', 'Fit', 'Intent', 'RevenuePotential'].map((name) => ({
          name: `${id}${name}`,
          type: 'LowCardinality(String)',
        })),
        ...['FitScore', 'IntentScore'].map((name) => ({ name: `${id}${name}`, type: 'Nullable(UInt16)' })),
        { name: `${id}Propensity`, type: 'Nullable(UInt32)' },
      ]),
    ),
  ])
    await jobs.command({ sql, idempotent: true });
  await publish(stores, '2026-08.1', null, { models: { fit: {}, intent: {} } });
  await publish(
    stores,
    '2026-09.1',
    '2026-08.1',
    manifestOf('2026-09.1', { intent: before.id, revenue: revenue.id }),
  );
  await publish(
    stores,
    '2026-10.1',
    '2026-09.1',
    manifestOf('2026-10.0', { intent: after.id, revenue: revenue.id }),
  );
  await jobs.insertRows({
    table: 'release_rows',
    rows: [
      rowOf('2026-09.1', { intent: scoreOf(before, SEPTEMBER) }),
      rowOf('2026-10.1', { intent: scoreOf(after, OCTOBER) }),
      // Somebody else's, and one whose stored score is not what its bins give.
      { ...rowOf('2026-10.1', { intent: 500 }), partner_id: 'p2', account_id: 'theirs' },
      { ...rowOf('2026-10.1', { intent: 1 }), account_id: 'odd' },
    ],
  });
  // Rows of October were taken over from another candidate.
  await known(stores, '2026-09.1', '2026-09-20', 'a1', SEPTEMBER);
  await known(stores, '2026-10.0', '2026-10-20', 'a1', OCTOBER);
  await known(stores, '2026-10.0', '2026-10-20', 'odd', OCTOBER);
  for (let at = 0; at < 6; at++) {
    await known(stores, '2026-09.1', '2026-09-20', `x${at}`, { orders365d: 1, visits: 2, spend365d: 1 });
    await known(stores, '2026-10.0', '2026-10-20', `x${at}`, {
      orders365d: 2,
      visits: 4,
      spend365d: 2_000_000,
    });
  }
  await jobs.insertRows({
    table: 'feed_signals',
    rows: [
      signal('s1', '2026-10-12'),
      signal('s2', '2026-10-13', { url: 'javascript:alert(1)' }),
      signal('s3', '2026-10-14', { seen_on: '2026-10-25' }),
      signal('s4', '2026-10-15', { topic: 'crm' }),
      signal('s5', '2026-09-30'),
      signal('v1', '2026-10-01', { kind: 'visit', topic: 'crm' }),
      { ...signal('not-mine', '2026-10-13'), account_id: 'theirs' },
    ],
  });
}

/** A published release with this of its manifest. */
export async function publish(
  { platform }: Pick<TestPlatform, 'platform'>,
  id: string,
  previousId: string | null,
  given: object,
): Promise<void> {
  const [period, revision] = id.split('.') as [string, string];
  const row = { id, period, revision: Number(revision), status: 'running', inputsHash: id };
  await platform.host.insert(tables.release).values({ ...row, manifest: {}, contentHash: '' });
  const manifest = {
    asOf: { score: `${period}-20`, fit: `${period}-20` },
    catalogue: { hash: await rememberCatalogue(platform.host, catalogue) },
    ...given,
  };
  await sealAndSwitch(platform.host, { releaseId: id, previousId, manifest, contentHash: id });
}

function manifestOf(featuresRelease: string, { intent, revenue }: { intent: string; revenue: string }) {
  return {
    binning: 'b',
    featuresRelease,
    inputs: Object.fromEntries(FeedName.options.map((feed) => [feed, [1]])),
    models: {
      fit: { Security: fit.id },
      intent: { Security: intent },
      revenue: { Security: revenue },
    },
  };
}

export function rowOf(releaseId: string, { intent }: { intent: number }) {
  return {
    release_id: releaseId,
    partner_id: 'p1',
    account_id: 'a1',
    location_ids: ['L1'],
    AccountName: 'Orvalho',
    SecurityCluster: 'Act Now',
    SecurityCode: 'A1',
    SecurityFit: 'Medium',
    SecurityIntent: 'Medium',
    SecurityFitScore: scoreOf(fit, SEPTEMBER),
    SecurityIntentScore: intent,
    SecurityPropensity: 120_000,
    SecurityRevenuePotential: '$1K-$5K',
  };
}

/** Facts of an account as of a day, and their bytes. */
async function known(
  { jobs }: Pick<TestPlatform, 'jobs'>,
  release: string,
  day: string,
  account: string,
  values: FactValues,
): Promise<void> {
  const key = { release_id: release, as_of: day, account_id: account, observed: 1 };
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

function signal(id: string, date: string, given: object = {}) {
  return {
    load_seq: 1,
    row_hash: 1,
    signal_id: id,
    account_id: 'a1',
    kind: 'news',
    topic: 'security',
    date,
    seen_on: null,
    strength: 40,
    source: 'site',
    url: `https://${id}.example/`,
    ...given,
  };
}
