import { COARSE_MAX, type EbmFeature } from './bins';
import { placesOf, placesOfEdges } from './places';
import type { Column, EbmTable } from './table';

/** The one byte a row stores of a feature: its fine bin. */
export function fineBins({ bins, statistics }: EbmFeature, column: Column): Uint8Array {
  const fine = new Uint8Array(column.kind === 'number' ? column.values.length : column.codes.length);
  if (bins.kind === 'number' && column.kind === 'number') {
    const edges = Float64Array.from(bins.edges);
    for (let row = 0; row < fine.length; row++) fine[row] = numberBin(edges, column.values[row]!);
  } else if (bins.kind === 'category' && column.kind === 'category') {
    const known = new Map(bins.levels.map((level, index) => [level, index + 1]));
    const binOfCode = column.levels.map((level) => known.get(level) ?? 0);
    for (let row = 0; row < fine.length; row++) fine[row] = binOfCode[column.codes[row]!] ?? 0;
  } else if (bins.kind === 'number' && column.kind === 'category' && statistics) {
    const edges = Float64Array.from(bins.edges);
    const binOfCode = column.levels.map((level) => numberBin(edges, statistics[level] ?? Number.NaN));
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

/** A histogram gives every feature this many cells. */
export const CELLS = COARSE_MAX;

/** Of a number column: the mean signed logarithm of the values in each fine bin. */
export type Places = Float64Array | null;

/** Training rows as they are stored: a fine bin of every feature by row. */
export type FineTable = {
  features: EbmFeature[];
  /** `fine[feature][row]`. */
  fine: Uint8Array[];
  /** 0 or 1 by row. */
  labels: Uint8Array;
  /** By feature; guessed from the edges when absent. */
  places?: Places[];
  /** Rows with the same value never stand on both sides of a bag. */
  accounts?: ArrayLike<number> | undefined;
  /** Numbers that rise with time, equal at the same moment; with them a model is judged on its last rows. */
  times?: ArrayLike<number> | undefined;
  /** What each row counts for, 1 when absent. */
  weights?: Float64Array | null | undefined;
};

/** Finds the bins of raw columns. */
export function fineTable(
  features: EbmFeature[],
  { columns, labels, accounts, times, weights }: EbmTable,
): FineTable {
  const fine = features.map((feature, f) => fineBins(feature, columns[f]!));
  const places = columns.map((column, f) => placesOf(column, fine[f]!));
  return { features, fine, labels, places, accounts, times, weights };
}

/** What bags are taken out of. */
export type WholeTable = FineTable & { places: Places[] };

/** Knows where the bins of numbers stand, from their edges where nobody said. */
export function binTable(table: FineTable): WholeTable {
  return { ...table, places: table.places ?? table.features.map(placesOfEdges) };
}
