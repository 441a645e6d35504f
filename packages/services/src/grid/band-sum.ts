import type { Catalogue } from '@ascent/schemas';

/**
 * Revenue of accounts by their bands, in cents: each counts with both ends of its band, never with a middle.
 * The last band has no upper end: it counts with its lower one, so `high` is at least.
 */
export type BandSum = { low: number; high: number; open: boolean; none: number };

export function bandSum(
  { revenueBands }: Pick<Catalogue, 'revenueBands'>,
  counts: readonly { band: string; n: number }[],
): BandSum {
  const sum: BandSum = { low: 0, high: 0, open: false, none: 0 };
  for (const { band, n } of counts) {
    const at = revenueBands.findIndex(({ label }) => label === band);
    if (at < 0) {
      sum.none += n;
      continue;
    }
    const from = at === 0 ? 0 : revenueBands[at - 1]!.belowCents!;
    const to = revenueBands[at]!.belowCents;
    sum.low += n * from;
    sum.high += n * (to ?? from);
    if (to === null && n > 0) sum.open = true;
  }
  return sum;
}
