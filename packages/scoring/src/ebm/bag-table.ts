import type { Bag, BagSource } from './bags';
import { CELLS, type Places, type WholeTable } from './bin-rows';
import type { EbmFeature } from './bins';
import { xorshift } from './random';

/**
 * The rows of one bag side by side: the first `trained`, which grow its trees, are shuffled, so that any run of them
 * is a sample; the others are held out.
 */
export type BagTable = {
  index: number;
  features: EbmFeature[];
  places: Places[];
  /** Place in the whole table, by row here. */
  rows: Int32Array;
  trained: number;
  /** `fine[feature][row]`. */
  fine: Uint8Array[];
  /** `cells[row * features + feature] = feature * CELLS + coarse bin`: where the row lies in a histogram. */
  cells: Uint16Array;
  labels: Uint8Array;
  weights: Float64Array | null;
};

export function bagSource({ labels, accounts, times }: WholeTable, seed: number): BagSource {
  return { rows: labels.length, seed, accounts, times };
}

export function takeBag({ features, fine, places, labels, weights }: WholeTable, bag: Bag): BagTable {
  const rows = new Int32Array(bag.train.length + bag.held.length);
  rows.set(shuffled(bag.train, bag.index));
  rows.set(bag.held, bag.train.length);
  const width = features.length;
  const cells = new Uint16Array(rows.length * width);
  const own = features.map(({ coarse }, f) => {
    const whole = fine[f]!;
    const bins = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const bin = whole[rows[i]!]!;
      bins[i] = bin;
      cells[i * width + f] = f * CELLS + coarse[bin]!;
    }
    return bins;
  });
  return {
    index: bag.index,
    features,
    places,
    rows,
    trained: bag.train.length,
    fine: own,
    cells,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    weights: weights ? Float64Array.from(rows, (row) => weights[row]!) : null,
  };
}

function shuffled(rows: Int32Array, seed: number): Int32Array {
  const order = rows.slice();
  const next = xorshift(seed + 77);
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(next() * (last + 1));
    [order[last], order[at]] = [order[at]!, order[last]!];
  }
  return order;
}

/** A row number for each row that learns. */
export function learning({ trained }: BagTable): Int32Array {
  return Int32Array.from({ length: trained }, (_, row) => row);
}

/** A row number for each row held out. */
export function heldOut({ trained, rows }: BagTable): Int32Array {
  return Int32Array.from({ length: rows.length - trained }, (_, i) => trained + i);
}
