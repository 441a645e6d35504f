import type { RevenueBand } from '@ascent/schemas';
import type { Layout } from './layout';
import type { ScoredProduct } from './scoring-plan';

/** A value by step of a sum: key `offset + (sum - from) / step`, where the ends hold. */
export type Curve = { offset: number; from: number; step: number; last: number };

/** The tables of a product that look up a sum rather than a bin. */
export function planCurves(
  layout: Layout,
  { propensity, revenue }: ScoredProduct,
  bands: readonly RevenueBand[],
): { probability?: Curve; cents?: Curve; band?: Curve } {
  const curve = (values: readonly number[], { from, step }: { from: number; step: number }): Curve => ({
    offset: layout.values(values).offset,
    from,
    step,
    last: values.length - 1,
  });
  const { probability } = propensity ?? {};
  return {
    ...(probability && { probability: curve(probability.millionths, probability) }),
    ...(revenue && {
      cents: curve(revenue.cents.cents, revenue.cents),
      band: curve(
        revenue.cents.cents.map((cents) => bandOf(cents, bands)),
        revenue.cents,
      ),
    }),
  };
}

/** The number of a band from 1; 0 = beyond the last. */
function bandOf(cents: number, bands: readonly RevenueBand[]): number {
  return bands.findIndex(({ belowCents }) => belowCents === null || cents < belowCents) + 1;
}

/** The curve's key of a sum, in SQL. */
export function curveKeySql({ offset, from, step, last }: Curve, sum: string): string {
  const above = from < 0 ? `${sum} + ${-from}` : `${sum} - ${from}`;
  return `toUInt64(${offset} + least(${last}, intDiv(greatest(0, ${above}), ${step})))`;
}
