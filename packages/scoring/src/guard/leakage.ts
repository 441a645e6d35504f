import type { EbmFeature } from '../ebm/bins';
import { chance } from '../ebm/random';
import { rocAuc } from '../evaluate/metrics';

/**
 * What a column alone may tell of the outcome before it looks as if it was filled in after it. Measured on public
 * tables: page values of web sessions reach an AUC of .858 and make no purchase sure; of the leads, honest columns
 * reach .765 and make 4 % of the conversions sure, while the sales notes in `tags` reach .917 and 70 %.
 */
const VALUE_AUC_MAX = 0.95;
const SURE_AUC_MAX = 0.85;
const SURE_SHARE_MAX = 0.4;
/** Customers with one order have no gap between orders: .667, the highest that was measured beside .675 of `lead_quality`. */
const MISSING_AUC_MAX = 0.8;
/** A bin with this rate of positives makes the outcome sure. */
const SURE_RATE = 0.93;

const FOLDS = 5;
/** Rows of the average outcome that a bin's own are mixed with. */
const PRIOR_ROWS = 5;
const BLOCKS = 4;
/** Fewer rows of either class say nothing of a column. */
const CLASS_ROWS_MIN = 50;

export type BinnedRows = {
  features: EbmFeature[];
  /** `fine[feature][row]`. */
  fine: Uint8Array[];
  labels: Uint8Array;
};
/** `value`: what is in the column; `missing`: whether anything is in it. */
export type Leak = { column: string; kind: 'value' | 'missing'; auc: number; message: string };
/** `sure`: the share of the positives that are in bins where nearly every row is one. */
export type ColumnAuc = { column: string; value: number; sure: number; missing: number };

/**
 * Columns that look as if they were known only after the outcome. With `times` (by row, rising with time) each column
 * is judged within quarters of time, so that what merely follows a moving base rate is no leak.
 */
export function findLeaks(rows: BinnedRows, times?: ArrayLike<number>): Leak[] {
  return columnAucs(rows, times).flatMap(({ column, value, sure, missing }): Leak[] => {
    if (missing >= MISSING_AUC_MAX)
      return [{ column, kind: 'missing', auc: missing, message: missingMessage(column, missing) }];
    if (value >= VALUE_AUC_MAX || (value >= SURE_AUC_MAX && sure >= SURE_SHARE_MAX))
      return [{ column, kind: 'value', auc: value, message: valueMessage(column, value) }];
    return [];
  });
}

/** How well each column alone, and its mere presence, tell the outcome of rows that were not looked at: .5 = not at all. */
export function columnAucs({ features, fine, labels }: BinnedRows, times?: ArrayLike<number>): ColumnAuc[] {
  const blocks = blocksOf(labels, times);
  return features.map(({ name, coarse }, f) => {
    const bins = fine[f]!;
    const present = bins.map((bin) => (bin === 0 ? 0 : 1));
    const { auc, sure } = overBlocks(bins, labels, { size: coarse.length, blocks });
    return {
      column: name,
      value: auc,
      sure,
      missing: overBlocks(present, labels, { size: 2, blocks }).auc,
    };
  });
}

/** Over the blocks that have both classes, each weighted by its rows. */
function overBlocks(
  bins: Uint8Array,
  labels: Uint8Array,
  { size, blocks }: { size: number; blocks: Int32Array[] },
): { auc: number; sure: number } {
  let [aucs, sures, weight] = [0, 0, 0];
  for (const rows of blocks) {
    const y = Uint8Array.from(rows, (row) => labels[row]!);
    const rates = encoded(bins, labels, { size, rows });
    aucs += rows.length * (rocAuc(rates, y) ?? 0.5);
    const positives = y.reduce((sum, each) => sum + each, 0);
    sures +=
      (rows.length * y.reduce((sum, each, i) => sum + (rates[i]! >= SURE_RATE ? each : 0), 0)) / positives;
    weight += rows.length;
  }
  return weight === 0 ? { auc: 0.5, sure: 0 } : { auc: aucs / weight, sure: sures / weight };
}

/** By row: the outcome's rate in its bin over the rows of the other folds. */
function encoded(
  bins: Uint8Array,
  labels: Uint8Array,
  { size, rows }: { size: number; rows: Int32Array },
): Float64Array {
  const counts = new Float64Array(size * FOLDS);
  const positives = new Float64Array(size * FOLDS);
  const foldOf = (row: number) => Math.floor(chance(1, 0, row) * FOLDS);
  for (const row of rows) {
    const at = foldOf(row) * size + bins[row]!;
    counts[at]! += 1;
    positives[at]! += labels[row]!;
  }
  const total = (of: Float64Array, bin: number) => {
    let sum = 0;
    for (let fold = 0; fold < FOLDS; fold++) sum += of[fold * size + bin]!;
    return sum;
  };
  const allCounts = Float64Array.from({ length: size }, (_, bin) => total(counts, bin));
  const allPositives = Float64Array.from({ length: size }, (_, bin) => total(positives, bin));
  const rate = allPositives.reduce((sum, each) => sum + each, 0) / Math.max(1, rows.length);
  return Float64Array.from(rows, (row) => {
    const bin = bins[row]!;
    const at = foldOf(row) * size + bin;
    const count = allCounts[bin]! - counts[at]!;
    return (allPositives[bin]! - positives[at]! + PRIOR_ROWS * rate) / (count + PRIOR_ROWS);
  });
}

/** All rows, or quarters of them by time that have enough of both classes. */
function blocksOf(labels: Uint8Array, times?: ArrayLike<number>): Int32Array[] {
  const all = Int32Array.from(labels.keys());
  if (!isTelling(all, labels)) return [];
  if (!times) return [all];
  const sorted = Float64Array.from(times).sort();
  const ends = Array.from({ length: BLOCKS }, (_, block) =>
    block + 1 === BLOCKS ? Infinity : sorted[Math.floor(((block + 1) * sorted.length) / BLOCKS)]!,
  );
  const blocks = ends
    .map((end, block) =>
      all.filter((row) => times[row]! < end && times[row]! >= (ends[block - 1] ?? -Infinity)),
    )
    .filter((rows) => isTelling(rows, labels));
  return blocks.length > 0 ? blocks : [all];
}

function isTelling(rows: Int32Array, labels: Uint8Array): boolean {
  const positives = rows.reduce((sum, row) => sum + labels[row]!, 0);
  return Math.min(positives, rows.length - positives) >= CLASS_ROWS_MIN;
}

function valueMessage(column: string, auc: number): string {
  return `${column} alone ranks the outcome with an AUC of ${auc.toFixed(3)}: is it filled in after the outcome?`;
}

function missingMessage(column: string, auc: number): string {
  return `whether ${column} is filled in ranks the outcome with an AUC of ${auc.toFixed(3)}: is it filled in after the outcome?`;
}
