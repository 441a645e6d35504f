import type { FactBins } from '@ascent/schemas';
import { factColumn, literal } from './column';

/** SQL for the fine bin of a fact as UInt8, from its column of the features table; `binOf` gives the same in TypeScript. */
export function fineBinSql({ fact, bins }: Pick<FactBins, 'fact' | 'bins'>): string {
  const column = factColumn(fact);
  if (bins.kind === 'category') {
    if (bins.levels.length === 0) return 'toUInt8(0)';
    const at = bins.levels.map((_, index) => index + 1);
    return `toUInt8(transform(ifNull(toString(${column}), ''), [${bins.levels.map(literal).join(', ')}], [${at.join(', ')}], 0))`;
  }
  const [first] = bins.edges;
  if (first === undefined) return `toUInt8(isNotNull(${column}))`;
  // One constant: an edge that is a call of its own is analysed as one, forty facts over.
  const edges = `CAST([${bins.edges.join(', ')}], 'Array(Int64)')`;
  const at = bins.edges.map((_, index) => index + 2);
  const value = `assumeNotNull(${column})`;
  // Rounding down finds the edge by halving; adding up 63 comparisons a value costs several times as much.
  return `toUInt8(multiIf(isNull(${column}), 0, ${value} < ${first}, 1, transform(roundDown(${value}, ${edges}), ${edges}, [${at.join(', ')}], 0)))`;
}
