import { anyFeature } from './allowed';
import { bagSource, learning, takeBag } from './bag-table';
import { drawBag } from './bags';
import { binTable, type FineTable, fineBins, fineTable } from './bin-rows';
import { type EbmFeature, findFeature } from './bins';
import { type Boosting, boost } from './boost';
import { checkTable } from './check-table';
import { addTree, type Tree } from './grow-tree';
import { priorLogit, sigmoid } from './loss';
import type { Column, EbmTable } from './table';

const BAGS = 4;
const FREE: Boosting = {
  rate: 0.05,
  leavesMax: 16,
  treesMax: 2000,
  subsample: 0.8,
  rowsMax: 100_000,
  patience: 60,
};

/** Boosted trees that may combine any features. They never serve: they show what it costs that a model explains itself. */
export type Yardstick = {
  features: EbmFeature[];
  /** What a leaf's value counts for. */
  rate: number;
  bags: { intercept: number; trees: Tree[] }[];
};

export function fitYardstick(table: EbmTable, { seed }: { seed: number }): Yardstick {
  checkTable(table);
  return fitBinnedYardstick(
    fineTable(
      table.columns.map((column) => findFeature(column)),
      table,
    ),
    { seed },
  );
}

/** The same on stored bins; fewer bags and a larger rate are faster and a little worse. */
export function fitBinnedYardstick(
  table: FineTable,
  { seed, bags: count = BAGS, rate = FREE.rate }: { seed: number; bags?: number; rate?: number },
): Yardstick {
  const whole = binTable(table);
  const { features } = whole;
  const source = bagSource(whole, seed);
  const bags = Array.from({ length: count }, (_, index) => {
    const bag = takeBag(whole, drawBag(source, index));
    const intercept = priorLogit(bag, learning(bag));
    const start = new Float64Array(bag.rows.length).fill(intercept);
    const allowed = anyFeature(features.length, features.length);
    return {
      intercept,
      trees: boost(bag, { start, allowed, seed: seed + index, boosting: { ...FREE, rate } }),
    };
  });
  return { features, rate, bags };
}

/** Probabilities of rows of raw columns, in the order that it learnt from. */
export function yardstickProbabilities(yardstick: Yardstick, columns: Column[]): Float64Array {
  const fine = yardstick.features.map((feature, f) => fineBins(feature, columns[f]!));
  return yardstickLogits(yardstick, fine).map(sigmoid);
}

/** Log-odds of rows of stored bins. */
export function yardstickLogits(
  { features, rate: ofLeaf, bags }: Yardstick,
  fine: Uint8Array[],
): Float64Array {
  const rows = fine[0]?.length ?? 0;
  const sums = new Float64Array(rows);
  const rate = ofLeaf / bags.length;
  for (const { intercept, trees } of bags) {
    for (let row = 0; row < rows; row++) sums[row]! += intercept / bags.length;
    for (const tree of trees) addTree(tree, { features, fine }, { from: 0, to: rows, scores: sums, rate });
  }
  return sums;
}
