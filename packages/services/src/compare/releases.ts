import { tables } from '@ascent/db';
import { CLUSTERS, SEGMENT_CODES } from '@ascent/schemas';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context, ShownRelease } from '../context';
import { keptRead } from '../grid/kept-reads';
import { publishedById, requireRelease } from '../release/shown';

export const ReleasesQuery = z.object({ a: z.string().max(40).optional(), b: z.string().max(40).optional() });

export type ReleaseChoice = { id: string; period: string; publishedAt: string };
export type ReleaseSide = {
  id: string;
  period: string;
  fitAsOf: string;
  intentAsOf: string;
  accounts: number;
  products: {
    product: string;
    clusters: { cluster: string; n: number }[];
    codes: { code: string; n: number }[];
    /** Deci-points; null when no account has a score. */
    fitMedian: number | null;
    intentMedian: number | null;
  }[];
};
export type ReleaseComparison = { choices: ReleaseChoice[]; a: ReleaseSide | null; b: ReleaseSide };

/** The releases that were published, newest first. */
export async function publishedReleases({ platform }: Pick<Context, 'platform'>): Promise<ReleaseChoice[]> {
  const rows = await platform.app
    .select({ id: tables.release.id, period: tables.release.period, publishedAt: tables.release.publishedAt })
    .from(tables.release)
    .where(eq(tables.release.status, 'published'))
    .orderBy(desc(tables.release.period), desc(tables.release.revision))
    .limit(120);
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt?.toISOString() ?? '' }));
}

/** Two releases side by side as the reader saw them; by default the shown one and the one before. */
export async function compareReleases(
  context: Context,
  input: z.infer<typeof ReleasesQuery>,
): Promise<ReleaseComparison> {
  const db = context.platform.app;
  const current = await requireRelease(db);
  const later = input.b ? await publishedById(db, input.b) : current;
  const earlierId = input.a ?? current.previousId;
  const earlier = earlierId ? await publishedById(db, earlierId) : null;
  const [choices, a, b] = await Promise.all([
    publishedReleases(context),
    earlier ? sideOf(context, earlier) : null,
    sideOf(context, later),
  ]);
  return { choices, a, b };
}

function sideOf(context: Context, release: ShownRelease): Promise<ReleaseSide> {
  const { id: releaseId, period, fitAsOf, intentAsOf, catalogue } = release;
  const reader = readerOf(context);
  return keptRead(context, ['release side', releaseId], async () => {
    const medians = catalogue.products.flatMap(({ id }) => [`${id}FitScore`, `${id}IntentScore`]);
    const summary = await reader.summary({ releaseId, sums: [], medians });
    const products = await Promise.all(
      catalogue.products.map(async ({ id }) => {
        const rows = await reader.countBy({ releaseId, by: [`${id}Cluster`, `${id}Code`] });
        const sum = (part: string, value: string) =>
          rows.reduce((all, row) => (row[`${id}${part}`] === value ? all + Number(row.n) : all), 0);
        return {
          product: id,
          clusters: [...CLUSTERS, ''].map((cluster) => ({ cluster, n: sum('Cluster', cluster) })),
          codes: SEGMENT_CODES.map((code) => ({ code, n: sum('Code', code) })),
          fitMedian: summary[`median_${id}FitScore`] as number | null,
          intentMedian: summary[`median_${id}IntentScore`] as number | null,
        };
      }),
    );
    return { id: releaseId, period, fitAsOf, intentAsOf, accounts: Number(summary.n), products };
  });
}
