import type { ConceptDrift, FactBins, FeatureDrift, ReleaseValidation } from '@ascent/schemas';
import { binColumn, stability, type Trained } from '@ascent/scoring';
import { featuresOf, scoreColumn, scoresOf } from '@ascent/warehouse';
import { z } from 'zod';
import type { Month } from '../month';

/** An index below this is of no consequence, however sure it is; above, chance must not explain it either. */
const PSI_MIN = 0.1;
const SIGMA_MIN = 5;
/** Of some forty facts one is this far off by chance in a thousand months. */
const CONCEPT_Z = 4;

export type Bytes = { release: string; day: string };
const Counts = z.record(z.string(), z.tuple([z.array(z.number()), z.array(z.number())]));

/** How the stored bins of every fact are spread now against the release before, over coarse bins. */
export async function featureDrift(
  month: Month,
  facts: readonly FactBins[],
  before: Bytes,
  now: Bytes,
): Promise<FeatureDrift[]> {
  const [older, newer] = [await binCounts(month, facts, before), await binCounts(month, facts, now)];
  return facts.map((each) => {
    const [a, b] = [coarseCounts(each, older[each.fact]!), coarseCounts(each, newer[each.fact]!)] as const;
    const { psi, sigmas } = stability(a, b);
    const [n, m] = [sum(a), sum(b)];
    const used = a.filter((_, bin) => a[bin]! + b[bin]! > 0).length;
    const noise = n > 0 && m > 0 ? Math.max(0, used - 1) * (1 / n + 1 / m) : 0;
    return {
      fact: each.fact,
      psi: rounded(psi),
      noise: rounded(noise),
      missingBefore: rounded(n > 0 ? a[0]! / n : 0),
      missingNow: rounded(m > 0 ? b[0]! / m : 0),
      alarm: psi >= PSI_MIN && sigmas >= SIGMA_MIN,
    };
  });
}

/** The same of every score, over tenths of the scale. */
export async function scoreDrift(month: Month, before: string): Promise<ReleaseValidation['scores']> {
  const lines: ReleaseValidation['scores'] = [];
  for (const { id: product } of month.catalogue.products) {
    for (const kind of ['fit', 'intent'] as const) {
      const column = scoreColumn(product, kind);
      const [a, b] = [
        await tenths(month, column, before),
        await tenths(month, column, month.releaseId),
      ] as const;
      const { psi, sigmas } = stability(a, b);
      lines.push({ product, kind, psi: rounded(psi), alarm: psi >= PSI_MIN && sigmas >= SIGMA_MIN });
    }
  }
  return lines;
}

/** Share of the accounts of both releases whose bytes are the same; null when they are not read alike. */
export async function unchangedRows(
  month: Month,
  facts: readonly FactBins[],
  before: Bytes,
  now: Bytes,
): Promise<number | null> {
  const hashed = ({ release, day }: Bytes) =>
    `(SELECT account_id, cityHash64(${facts.map(({ fact }) => binColumn(fact)).join(', ')}) AS h FROM ${featuresOf('feature_bins', { release, asOf: day })})`;
  const [row] = await month.warehouse.query({
    sql: `SELECT count() AS n, countIf(a.h = b.h) AS same FROM ${hashed(before)} AS a INNER JOIN ${hashed(now)} AS b ON b.account_id = a.account_id`,
    schema: z.object({ n: z.number(), same: z.number() }),
  });
  return row && row.n > 0 ? rounded(row.same / row.n) : null;
}

/**
 * What facts tell, over all products that were trained: standard normal while nothing has changed. It looks at the
 * newest horizon only, and stands where there are too few months for `changedMeaning`.
 */
export function pooledConcepts(
  trained: readonly { product: string; cutOff: string; concepts: Trained['card']['concepts'] }[],
): ConceptDrift[] {
  const byFact = new Map<string, { products: string[]; sum: number; cutOff: string }>();
  for (const { product, cutOff, concepts } of trained) {
    for (const { fact, z: deviation } of concepts) {
      const known = byFact.get(fact) ?? { products: [], sum: 0, cutOff };
      known.products.push(product);
      known.sum += deviation;
      byFact.set(fact, known);
    }
  }
  return [...byFact]
    .map(([fact, { products, sum: total, cutOff }]) => {
      const z = Math.round((100 * total) / Math.sqrt(products.length)) / 100;
      return { fact, products, z, cutOff, alarm: Math.abs(z) >= CONCEPT_Z };
    })
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.fact < b.fact ? -1 : 1));
}

async function binCounts(month: Month, facts: readonly FactBins[], { release, day }: Bytes) {
  const maps = facts.map(({ fact }) => `sumMap([${binColumn(fact)}], [toUInt64(1)]) AS \`${fact}\``);
  const [row] = await month.warehouse.query({
    sql: `SELECT ${maps.join(', ')} FROM ${featuresOf('feature_bins', { release, asOf: day })}`,
    schema: Counts,
  });
  return row!;
}

function coarseCounts({ coarse }: FactBins, [bins, counts]: [number[], number[]]): Float64Array {
  const sums = new Float64Array(coarse.reduce((most, bin) => Math.max(most, bin), 0) + 1);
  bins.forEach((bin, at) => {
    sums[coarse[bin]!]! += counts[at]!;
  });
  return sums;
}

async function tenths(month: Month, column: string, release: string): Promise<Float64Array> {
  const rows = await month.warehouse.query({
    sql: `SELECT toUInt8(least(9, intDiv(assumeNotNull(${column}), 100))) AS tenth, count() AS n FROM ${scoresOf(release)} WHERE ${column} IS NOT NULL GROUP BY tenth`,
    schema: z.object({ tenth: z.number(), n: z.number() }),
  });
  const counts = new Float64Array(10);
  for (const { tenth, n } of rows) counts[tenth] = n;
  return counts;
}

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
