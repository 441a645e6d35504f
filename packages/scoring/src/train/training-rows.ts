import type { FactBins } from '@ascent/schemas';

/** Rows to learn from as they are stored: a fine bin of every fact, what happened after, and where each row belongs. */
export type TrainingRows = {
  features: FactBins[];
  /** `fine[feature][row]`. */
  fine: Uint8Array[];
  /** 0 or 1. */
  labels: Uint8Array;
  /** Index into `cutOffDays`. */
  cutOff: Uint8Array;
  /** The same for all rows of an account. */
  account: Uint32Array;
  /** Day numbers, oldest first. */
  cutOffDays: number[];
  /** For how many days from the cut-off on purchases count. */
  labelDays: number;
  /** What each row counts for, 1 when absent. */
  weights?: Float64Array | undefined;
};

export function takeTraining(rows: TrainingRows, which: Uint32Array): TrainingRows {
  const { length } = which;
  return {
    ...rows,
    fine: rows.fine.map((column) => picked(column, which, new Uint8Array(length))),
    labels: picked(rows.labels, which, new Uint8Array(length)),
    cutOff: picked(rows.cutOff, which, new Uint8Array(length)),
    account: picked(rows.account, which, new Uint32Array(length)),
    ...(rows.weights && { weights: picked(rows.weights, which, new Float64Array(length)) }),
  };
}

/** A plain loop: with millions of rows a call for each costs twenty times as much. */
function picked<T extends Uint8Array | Uint32Array | Float64Array>(from: T, which: Uint32Array, into: T): T {
  for (let at = 0; at < which.length; at++) into[at] = from[which[at]!]!;
  return into;
}

/** The same rows with some of the facts only. */
export function takeFacts(rows: TrainingRows, facts: readonly string[]): TrainingRows {
  const at = facts.map((fact) => {
    const index = rows.features.findIndex((feature) => feature.fact === fact);
    if (index < 0) throw new Error(`there is no fact ${fact} among the training rows`);
    return index;
  });
  return {
    ...rows,
    features: at.map((index) => rows.features[index]!),
    fine: at.map((index) => rows.fine[index]!),
  };
}

/**
 * About `rowsMax` rows that teach nearly as much as all: all of the rarer class, and a share of the others that
 * count for as many more. Six of them to a positive leave six sevenths of what could be learnt.
 */
export function thinned(rows: TrainingRows, rowsMax: number): TrainingRows {
  const total = rows.labels.length;
  if (total <= rowsMax) return rows;
  const positives = rows.labels.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, total - positives);
  // All of the rarer class, unless it alone would be more than half.
  const kept = Math.min(rarer, rowsMax / 2);
  const shareOf = (count: number) => (count === rarer ? kept / rarer : (rowsMax - kept) / count);
  const shares = [shareOf(total - positives), shareOf(positives)];
  const which = rowsWhere(
    rows,
    (row) =>
      mixed(rows.account[row]! + 0x9e3779b9 * rows.cutOff[row]!) < shares[rows.labels[row]!]! * 2 ** 32,
  );
  const taken = takeTraining(rows, which);
  return { ...taken, weights: Float64Array.from(taken.labels, (label) => 1 / shares[label]!) };
}

/** About `rowsMax` rows, every class by the same chance. */
export function sampled(rows: TrainingRows, rowsMax: number): TrainingRows {
  const limit = (rowsMax / rows.labels.length) * 2 ** 32;
  if (limit >= 2 ** 32) return rows;
  return takeTraining(
    rows,
    rowsWhere(rows, (row) => mixed(rows.account[row]! + 0x9e3779b9 * rows.cutOff[row]!) < limit),
  );
}

export function rowsWhere(rows: TrainingRows, passes: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(rows.labels.length);
  let count = 0;
  for (let row = 0; row < found.length; row++) if (passes(row)) found[count++] = row;
  return found.slice(0, count);
}

/** Scatters account hashes, so that samples, folds and bags do not pick the same ones. */
function mixed(hash: number): number {
  let x = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
