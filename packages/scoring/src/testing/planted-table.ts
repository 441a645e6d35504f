import type { EbmTable } from '../ebm/table';
import { seeded } from './seeded';

export type Planted = { table: EbmTable; logits: Float64Array };

/** Columns of `plantedTable`, by place. */
export const PLANTED = { slope: 0, pairA: 1, pairB: 2, noise: 3, city: 4 };
const CITIES: Record<string, number> = { Lisbon: 0.9, Porto: -0.7, Faro: 0, Braga: 0.2 };

/** Log-odds with a slope, a category and a pair that neither of its features shows alone; a tenth is missing. */
export function plantedTable(rows: number, seed: number): Planted {
  const { next, below, normal } = seeded(seed);
  const numbers = [0, 1, 2, 3].map(() => Float64Array.from({ length: rows }, normal));
  const levels = Object.keys(CITIES);
  const codes = Int32Array.from({ length: rows }, () => below(levels.length));
  const logits = Float64Array.from(codes, (code, row) => {
    const [slope, a, b] = numbers.map((values) => values[row]!);
    return -0.6 + 0.8 * slope! + CITIES[levels[code]!]! + (a! > 0 === b! > 0 ? 1.1 : -1.1);
  });
  const labels = Uint8Array.from(logits, (logit) => (next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0));
  for (let row = 0; row < rows; row++) if (next() < 0.1) numbers[PLANTED.noise]![row] = Number.NaN;
  const names = ['slope', 'pairA', 'pairB', 'noise'];
  const columns = numbers.map((values, at) => ({ kind: 'number' as const, name: names[at]!, values }));
  return {
    table: { columns: [...columns, { kind: 'category', name: 'city', codes, levels }], labels },
    logits,
  };
}
