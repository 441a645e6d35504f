import { COARSE_MAX, type EbmFeature } from './bins';
import type { Column } from './table';

/** The one byte a row stores of a feature: its fine bin. */
export function fineBins({ bins }: EbmFeature, column: Column): Uint8Array {
  const fine = new Uint8Array(column.kind === 'number' ? column.values.length : column.codes.length);
  if (bins.kind === 'number' && column.kind === 'number') {
    const edges = Float64Array.from(bins.edges);
    for (let row = 0; row < fine.length; row++) fine[row] = numberBin(edges, column.values[row]!);
  } else if (bins.kind === 'category' && column.kind === 'category') {
    const known = new Map(bins.levels.map((level, index) => [level, index + 1]));
    const binOfCode = column.levels.map((level) => known.get(level) ?? 0);
    for (let row = 0; row < fine.length; row++) fine[row] = binOfCode[column.codes[row]!] ?? 0;
  }
  return fine;
}

function numberBin(edges: Float64Array, value: number): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** A histogram gives every feature this many cells of a gradient and a hessian. */
export const CELLS = COARSE_MAX;
const CELL_SHIFT = 5;

/**
 * Training rows: fine bins by feature, and by row where each coarse bin lies in a histogram:
 * `cells[row * features + feature] = (feature * CELLS + coarse bin) * 2`.
 */
export type BinnedTable = {
  features: EbmFeature[];
  fine: Uint8Array[];
  cells: Uint16Array;
  labels: Uint8Array;
  /** Mean signed logarithm of the values in each fine bin, of number columns. */
  places: (Float64Array | null)[];
};

export function binTable(features: EbmFeature[], columns: Column[], labels: Uint8Array): BinnedTable {
  const width = features.length;
  const fine = features.map((feature, f) => fineBins(feature, columns[f]!));
  const cells = new Uint16Array(labels.length * width);
  features.forEach(({ coarse }, f) => {
    const bins = fine[f]!;
    for (let row = 0; row < labels.length; row++)
      cells[row * width + f] = ((f << CELL_SHIFT) | coarse[bins[row]!]!) << 1;
  });
  return { features, fine, cells, labels, places: columns.map((column, f) => placesOf(column, fine[f]!)) };
}

function placesOf(column: Column, fine: Uint8Array): Float64Array | null {
  if (column.kind === 'category') return null;
  const sums = new Float64Array(256);
  const counts = new Float64Array(256);
  for (let row = 0; row < fine.length; row++) {
    const value = column.values[row]!;
    if (fine[row] === 0) continue;
    sums[fine[row]!]! += Math.sign(value) * Math.log1p(Math.abs(value));
    counts[fine[row]!]! += 1;
  }
  return sums.map((sum, bin) => (counts[bin]! > 0 ? sum / counts[bin]! : 0));
}
