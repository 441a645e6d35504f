import type { Mains } from './additive';
import type { BagTable } from './bag-table';

/** A bag's start with its monotone features put in order, the missing left as they are. */
export function inMonotoneOrder(
  mains: Mains,
  { features, fine }: Pick<BagTable, 'features' | 'fine'>,
): Mains {
  const tables = mains.tables.map((table, f) => {
    const { monotone } = features[f]!;
    if (!monotone) return table;
    const weights = new Float64Array(table.length).fill(1e-6);
    for (const bin of fine[f]!) weights[bin]! += 1;
    return Float64Array.of(table[0]!, ...rising(table.subarray(1), weights.subarray(1), monotone));
  });
  return { ...mains, tables };
}

/** The nearest values that never fall (or never rise), by pooling neighbours that do. */
function rising(values: Float64Array, weights: Float64Array, sign: number): number[] {
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    let pool = { sum: values[i]! * weights[i]!, weight: weights[i]!, count: 1 };
    for (let last = pools.at(-1); last; last = pools.at(-1)) {
      if (sign * (pool.sum / pool.weight - last.sum / last.weight) >= 0) break;
      pools.pop();
      pool = {
        sum: pool.sum + last.sum,
        weight: pool.weight + last.weight,
        count: pool.count + last.count,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, weight, count }) => new Array<number>(count).fill(sum / weight));
}
