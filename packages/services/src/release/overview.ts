import { CLUSTERS } from '@ascent/schemas';
import type { Condition } from '@ascent/warehouse';
import { readerOf } from '../access/reader';
import { accountNames } from '../account/names';
import type { Context, ShownRelease } from '../context';
import { type BandSum, bandSum } from '../grid/band-sum';
import { keptRead } from '../grid/kept-reads';
import { countMovers } from './movers';
import { publishedById, requireRelease } from './shown';

export type ProductOverview = {
  product: string;
  words: { en: string; pt: string };
  clusters: { cluster: string; n: number }[];
  notScored: number;
  /** Accounts of a best cluster that were not in it in the release before, and the other way round. */
  entered: number;
  left: number;
};

export type EndingAgreement = {
  agreementId: string;
  accountId: string;
  name: string;
  day: string;
  division: string;
  /** Cents; absent for a role that may not see it. */
  cents?: number;
};

export type Overview = {
  release: {
    id: string;
    period: string;
    fitAsOf: string;
    intentAsOf: string;
    publishedAt: string;
    hasPrevious: boolean;
  };
  accounts: number;
  sizes: { size: string; n: number }[];
  products: ProductOverview[];
  /** Accounts that entered and left Act Now in any product, and in how many products. */
  entered: { accounts: number; scores: number };
  left: { accounts: number; scores: number };
  agreements: {
    count: number;
    /** Cents; absent for a role that may not see it. */
    cents?: number;
    until: string;
    next: EndingAgreement[];
  };
  /** Of accounts in Act Now, a product at a time; absent for a role that may not see it. */
  revenue?: { now: BandSum; before: BandSum | null };
};

const BEST = new Set(['Act Now', 'Evaluate']);
const AGREEMENT_DAYS = 90;
const NEXT_AGREEMENTS = 5;

/** What the current release says to this reader, and what changed since the one before. */
export async function overview(context: Context): Promise<Overview> {
  const release = await requireRelease(context.platform.app);
  const what = ['overview', release.id, context.actor.seesSensitive];
  return keptRead(context, what, () => readOverview(context, release));
}

async function readOverview(context: Context, release: ShownRelease): Promise<Overview> {
  const reader = readerOf(context);
  const select = { releaseId: release.id };
  const until = new Date(Date.parse(release.intentAsOf) + AGREEMENT_DAYS * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const ending = { ...select, where: [{ column: 'AgreementEndDate', op: '<' as const, value: until }] };
  const [accounts, sizes, agreements, next, entered, left, revenue, ...products] = await Promise.all([
    reader.count(select),
    reader.countBy({ ...select, by: ['SMCTypeSummary'] }),
    reader.agreementSum(ending),
    nextAgreements(context, ending),
    countMovers(context, 'entered'),
    countMovers(context, 'left'),
    context.actor.seesSensitive ? revenueOf(context, release) : undefined,
    ...release.catalogue.products.map(async ({ id, words }) => {
      const rows = await reader.countBy({ ...select, by: [`${id}Cluster`, `${id}WasCode`] });
      return productOverview(
        { product: id, words, hasPrevious: release.previousId !== null },
        rows,
        id,
        release.catalogue,
      );
    }),
  ]);
  const { id, period, fitAsOf, intentAsOf, publishedAt, previousId } = release;
  return {
    release: { id, period, fitAsOf, intentAsOf, publishedAt, hasPrevious: previousId !== null },
    accounts,
    sizes: sizes.map((row) => ({ size: String(row.SMCTypeSummary), n: Number(row.n) })),
    ...{ products, entered, left },
    agreements: {
      ...{ count: agreements.agreements, until, next },
      ...(context.actor.seesSensitive ? { cents: agreements.cents } : {}),
    },
    ...(revenue ? { revenue } : {}),
  };
}

async function nextAgreements(
  context: Context,
  ending: { releaseId: string; where: Condition[] },
): Promise<EndingAgreement[]> {
  const { seesSensitive } = context.actor;
  const reader = readerOf(context);
  const rows = await reader.agreementPage({
    ...ending,
    columns: ['AgreementID', 'account_id', 'AgreementEndDate', 'RevSumDivisionName', 'ExpiringRevenue'],
    orderBy: [{ column: 'AgreementEndDate', descending: false }],
    limit: NEXT_AGREEMENTS,
  });
  const names = await accountNames(
    reader,
    ending.releaseId,
    rows.map((row) => String(row.account_id)),
  );
  return rows.map((row) => ({
    agreementId: String(row.AgreementID),
    accountId: String(row.account_id),
    name: names.get(String(row.account_id)) ?? '',
    day: String(row.AgreementEndDate),
    division: String(row.RevSumDivisionName),
    ...(seesSensitive ? { cents: Number(row.ExpiringRevenue) } : {}),
  }));
}

/** The bands of Act Now, summed over products, in this release and in the one before. */
async function revenueOf(context: Context, release: ShownRelease) {
  const previous = release.previousId && (await publishedById(context.platform.app, release.previousId));
  return {
    now: await actNowRevenue(context, release),
    before: previous ? await actNowRevenue(context, previous) : null,
  };
}

async function actNowRevenue(context: Context, { id: releaseId, catalogue }: ShownRelease): Promise<BandSum> {
  const counts = await Promise.all(
    catalogue.products.map(async ({ id }) => {
      const where = [{ column: `${id}Cluster`, op: '=' as const, value: 'Act Now' }];
      const by = [`${id}RevenuePotential`];
      const rows = await readerOf(context).countBy({ releaseId, where, by });
      return rows.map((row) => ({ band: String(row[`${id}RevenuePotential`]), n: Number(row.n) }));
    }),
  );
  return bandSum(catalogue, counts.flat());
}

type Named = { product: string; words: { en: string; pt: string }; hasPrevious: boolean };
type Catalogue = Awaited<ReturnType<typeof requireRelease>>['catalogue'];

function productOverview(
  { product, words, hasPrevious }: Named,
  rows: Record<string, unknown>[],
  id: string,
  catalogue: Catalogue,
): ProductOverview {
  const clusterOf = catalogue.matrices.find((matrix) => matrix.id === catalogue.matrix)!.clusters;
  const best = (cluster: string) => BEST.has(cluster);
  const count = (test: (now: string, was: string) => boolean) =>
    rows.reduce((sum, row) => {
      const was = clusterOf[String(row[`${id}WasCode`]) as keyof typeof clusterOf] ?? '';
      return test(String(row[`${id}Cluster`]), was) ? sum + Number(row.n) : sum;
    }, 0);
  return {
    product,
    words,
    clusters: CLUSTERS.map((cluster) => ({ cluster, n: count((now) => now === cluster) })),
    notScored: count((now) => now === ''),
    entered: hasPrevious ? count((now, was) => best(now) && !best(was)) : 0,
    left: hasPrevious ? count((now, was) => !best(now) && best(was)) : 0,
  };
}
