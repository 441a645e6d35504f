import { CLUSTERS } from '@ascent/schemas';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { type BandSum, bandSum } from '../grid/band-sum';
import { cohortHeader } from '../grid/conditions';
import { keptRead } from '../grid/kept-reads';
import { requireRelease } from '../release/shown';

export const CohortQuery = z.object({ cohort: z.string().max(100) });

export type CohortSide = {
  accounts: number;
  employees: number;
  /** Deci-points; null when no account has a score. */
  fitMedian: number | null;
  intentMedian: number | null;
  clusters: { cluster: string; n: number }[];
  sizes: { value: string; n: number }[];
  countries: { value: string; n: number }[];
  industries: { value: string; n: number }[];
  /** Absent for a role that may not see it. */
  revenue?: BandSum;
};
export type CohortComparison = { cohort: string; product: string; members: CohortSide; rest: CohortSide };

/** A cohort's members beside all other accounts of the reader, in the scores of its product. */
export async function compareCohort(
  context: Context,
  input: z.infer<typeof CohortQuery>,
): Promise<CohortComparison> {
  const release = await requireRelease(context.platform.app);
  const header = cohortHeader(release, input.cohort);
  const { product } = release.catalogue.cohorts.find((each) => each.id === input.cohort)!;
  const what = ['cohort', release.id, input.cohort, context.actor.seesSensitive];
  const side = async (value: 'Yes' | 'No'): Promise<CohortSide> => {
    const reader = readerOf(context);
    const select = { releaseId: release.id, where: [{ column: header, op: '=' as const, value }] };
    const by = async (column: string) => {
      const rows = await reader.countBy({ ...select, by: [column] });
      return rows.map((row) => ({ value: String(row[column]), n: Number(row.n) })).sort((a, b) => b.n - a.n);
    };
    const medians = [`${product}FitScore`, `${product}IntentScore`];
    const [summary, clusters, sizes, countries, industries, bands] = await Promise.all([
      reader.summary({ ...select, sums: ['OrgSize'], medians }),
      by(`${product}Cluster`),
      by('SMCTypeSummary'),
      by('Country'),
      by('Industry'),
      context.actor.seesSensitive ? by(`${product}RevenuePotential`) : null,
    ]);
    return {
      accounts: Number(summary.n),
      employees: Number(summary.sum_OrgSize),
      fitMedian: summary[`median_${medians[0]}`] as number | null,
      intentMedian: summary[`median_${medians[1]}`] as number | null,
      clusters: [...CLUSTERS, ''].map((cluster) => ({
        cluster,
        n: clusters.find((each) => each.value === cluster)?.n ?? 0,
      })),
      ...{ sizes, countries: countries.slice(0, 12), industries: industries.slice(0, 12) },
      ...(bands
        ? {
            revenue: bandSum(
              release.catalogue,
              bands.map(({ value, n }) => ({ band: value, n })),
            ),
          }
        : {}),
    };
  };
  const [members, rest] = await keptRead(context, what, () => Promise.all([side('Yes'), side('No')]));
  return { cohort: input.cohort, product, members, rest };
}
