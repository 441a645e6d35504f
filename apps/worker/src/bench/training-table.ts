import { type Column, type EbmTable, type FineTable, findFeature, fineBins } from '@ascent/scoring';
import { seeded } from '@ascent/scoring/testing';

const COLUMNS = 40;
/** The last ones are categories. */
const CATEGORIES = 8;
const PAIRS = [
  [0, 1],
  [2, 9],
  [4, 35],
  [7, 12],
  [33, 20],
] as const;

/**
 * Rows whose log-odds are mostly sums of curves of single columns, with a few pairs: normal, skewed, whole and mostly
 * zero numbers, a tenth of every third column missing, and categories of 4 to 60 levels. The same seed gives the same rows.
 */
export function trainingTable(rows: number, seed: number): EbmTable {
  const columns: Column[] = [];
  const labels = generate(rows, seed, (column) => columns.push(column));
  return { columns, labels };
}

/** The same as bins, without ever holding more than one raw column. */
export function binnedTrainingTable(rows: number, seed: number): FineTable {
  const features: FineTable['features'] = [];
  const fine: Uint8Array[] = [];
  const labels = generate(rows, seed, (column) => {
    const feature = findFeature(column);
    features.push(feature);
    fine.push(fineBins(feature, column));
  });
  return { features, fine, labels };
}

function generate(rows: number, seed: number, take: (column: Column) => void): Uint8Array {
  const { next, normal } = seeded(seed);
  const logits = new Float64Array(rows).fill(-2.3);
  const signs: Int8Array[] = [];
  const column = (c: number): Column => {
    const sign = new Int8Array(rows);
    signs.push(sign);
    const size = 0.35 / (1 + (c % 8) * 0.5);
    if (c >= COLUMNS - CATEGORIES) {
      const levels = Array.from({ length: 4 + (c % 8) * 8 }, (_, level) => `level ${level}`);
      const effects = levels.map(() => size * normal());
      const codes = Int32Array.from({ length: rows }, (_, row) => {
        const code = Math.floor(levels.length * next() ** 2);
        logits[row]! += effects[code]!;
        sign[row] = code % 2 ? 1 : -1;
        return code;
      });
      return { kind: 'category', name: `c${c}`, codes, levels };
    }
    const phase = next() * 6;
    const values = Float64Array.from({ length: rows }, (_, row) => {
      const z = normal();
      logits[row]! +=
        size * (c % 4 === 0 ? Math.sin(1.5 * z + phase) : c % 4 === 1 ? Math.max(-1, z) : z / 2);
      sign[row] = z > 0 ? 1 : -1;
      if (c % 3 === 0 && next() < 0.1) return Number.NaN;
      return shaped(z, c % 4);
    });
    return { kind: 'number', name: `n${c}`, values };
  };
  for (let c = 0; c < COLUMNS; c++) take(column(c));
  for (const [a, b] of PAIRS)
    for (let row = 0; row < rows; row++) logits[row]! += 0.3 * signs[a]![row]! * signs[b]![row]!;
  return Uint8Array.from(logits, (logit) => (next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0));
}

function shaped(z: number, shape: number): number {
  if (shape === 0) return z;
  if (shape === 1) return Math.round(Math.exp(z + 2));
  if (shape === 2) return z < 0.3 ? 0 : Math.round(10 * z);
  return Math.round(3 * z);
}
