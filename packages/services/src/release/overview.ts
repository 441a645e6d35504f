import { CLUSTERS } from '@ascent/schemas';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from './shown';

export type ProductOverview = {
  product: string;
  words: { en: string; pt: string };
  clusters: { cluster: string; n: number }[];
  notScored: number;
  /** Accounts of a best cluster that were not in it in the release before, and the other way round. */
  entered: number;
  left: number;
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
  agreements: {
    count: number /** Cents; absent for a role that may not see it. */;
    cents?: number;
    until: string;
  };
};

const BEST = new Set(['Act Now', 'Evaluate']);
const AGREEMENT_DAYS = 90;

/** What the current release says to this reader, and what changed since the one before. */
export async function overview(context: Context): Promise<Overview> {
  const release = await requireRelease(context.platform.app);
  const reader = readerOf(context);
  const select = { releaseId: release.id };
  const until = new Date(Date.parse(release.intentAsOf) + AGREEMENT_DAYS * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const [accounts, sizes, agreements, ...products] = await Promise.all([
    reader.count(select),
    reader.countBy({ ...select, by: ['SMCTypeSummary'] }),
    reader.agreementSum({ ...select, where: [{ column: 'AgreementEndDate', op: '<', value: until }] }),
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
    products,
    agreements: {
      count: agreements.agreements,
      until,
      ...(context.actor.seesSensitive ? { cents: agreements.cents } : {}),
    },
  };
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
