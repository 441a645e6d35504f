import { chance } from './random';

const HELD_OUT = 0.15;
/** A bag learns from and is judged on at most about this many rows, drawn by chance from a larger table. */
const BAG_ROWS_MAX = 150_000;
/** Streams of chance of the draw from a large table stand apart from those of the sides. */
const DRAW_STREAM = 10_000;

/** Row numbers of one bag: `train` rows grow the trees, `held` rows stop them and give out-of-bag scores. */
export type Bag = { index: number; train: Int32Array; held: Int32Array };
/** What a bag is drawn from. `times` rise as time goes on. */
export type BagSource = {
  rows: number;
  seed: number;
  accounts?: ArrayLike<number> | null | undefined;
  times?: ArrayLike<number> | null | undefined;
};

/**
 * Which side a row is on depends on its account (or its place in the table), the bag and the seed only. A `later` bag
 * knows nothing of the last moments, so that its model can be judged on them.
 */
export function drawBag({ rows, seed, accounts, times }: BagSource, index: number, later = false): Bag {
  const end = later && times ? lastMoments(times) : Infinity;
  const share = BAG_ROWS_MAX / rows;
  const train = new Int32Array(rows);
  const held = new Int32Array(rows);
  let [trained, out] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const key = accounts ? accounts[row]! : row;
    if (share < 1 && chance(seed, DRAW_STREAM + index, key) >= share) continue;
    if (times && times[row]! >= end) continue;
    if (chance(seed, index, key) < HELD_OUT) held[out++] = row;
    else train[trained++] = row;
  }
  return { index, train: train.slice(0, trained), held: held.slice(0, out) };
}

export function drawBags(rows: number, { bags, ...rest }: Omit<BagSource, 'rows'> & { bags: number }): Bag[] {
  return Array.from({ length: bags }, (_, index) => drawBag({ ...rest, rows }, index));
}

/** The rows of the last moments: whole ones, from the latest back, until they are the share that a bag holds out. */
export function laterRows(times: ArrayLike<number>): Int32Array {
  const from = lastMoments(times);
  return Int32Array.from({ length: times.length }, (_, row) => row).filter((row) => times[row]! >= from);
}

/** Whether the last moments can be kept apart: they leave at least half of the rows to learn from. */
export function hasLater(times: ArrayLike<number>): boolean {
  return laterRows(times).length * 2 <= times.length;
}

function lastMoments(times: ArrayLike<number>): number {
  return Float64Array.from(times).sort()[Math.floor(times.length * (1 - HELD_OUT))]!;
}
