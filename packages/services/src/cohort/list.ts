import { CLUSTERS, type Words } from '@ascent/schemas';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';

export type CohortLine = {
  id: string;
  words: Words;
  category: Words;
  play: Words;
  product: string;
  productWords: Words;
  total: number;
  /** Members by the cluster of the cohort's product; '' = not scored. */
  clusters: { cluster: string; n: number }[];
};

/** Every solution play with its members among the actor's accounts, by cluster. */
export async function listCohorts(context: Context): Promise<CohortLine[]> {
  const release = await requireRelease(context.platform.app);
  const reader = readerOf(context);
  return Promise.all(
    release.catalogue.cohorts.map(async ({ id, header, words, category, play, product }) => {
      const column = `${product}Cluster`;
      const rows = await reader.countBy({
        releaseId: release.id,
        by: [column],
        where: [{ column: header, op: '=', value: 'Yes' }],
      });
      const n = (cluster: string) => Number(rows.find((row) => row[column] === cluster)?.n ?? 0);
      const clusters = [...CLUSTERS, ''].map((cluster) => ({ cluster, n: n(cluster) }));
      const productWords = release.catalogue.products.find((each) => each.id === product)!.words;
      return {
        id,
        words,
        category,
        play,
        product,
        productWords,
        clusters,
        total: clusters.reduce((sum, each) => sum + each.n, 0),
      };
    }),
  );
}
