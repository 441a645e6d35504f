import type { Allowed } from './allowed';
import type { Bag } from './bags';
import type { BinnedTable } from './bin-rows';
import { addTree, type Ground, groundOf, growTree, type Tree } from './grow-tree';
import { logitLoss, sigmoid } from './loss';
import { xorshift } from './random';

export type Boosting = {
  rate: number;
  leavesMax: number;
  treesMax: number;
  subsample: number;
  /** Trees without gain on the held-out rows after which to stop; null grows them all. */
  patience: number | null;
};

const CHECK_EVERY = 5;

export const FIT: Boosting = { rate: 0.08, leavesMax: 8, treesMax: 2000, subsample: 0.8, patience: 60 };

/** Trees on top of the start scores, cut at their best held-out loss: none at all when none helps. */
export function boost(
  table: BinnedTable,
  bag: Bag,
  {
    start,
    allowed,
    seed,
    boosting,
  }: { start: Float64Array; allowed: Allowed; seed: number; boosting: Boosting },
): Tree[] {
  const { rate, leavesMax, treesMax, subsample, patience } = boosting;
  const ground = groundOf(table);
  const scores = Float64Array.from(start);
  const next = xorshift(seed);
  const sample = new Int32Array(bag.train.length);
  const trees: Tree[] = [];
  let best = { loss: logitLoss(scores, table.labels, bag.held), trees: 0 };
  while (trees.length < treesMax) {
    derive(ground, table.labels, scores, bag.train);
    const rows = sample.subarray(0, draw(bag.train, sample, { next, share: subsample }));
    const tree = growTree(ground, rows, allowed, leavesMax);
    if (tree.nodes.length === 0) break;
    trees.push(tree);
    addTree(tree, ground, { rows: bag.train, scores, rate });
    if (patience === null) continue;
    addTree(tree, ground, { rows: bag.held, scores, rate });
    if (trees.length % CHECK_EVERY !== 0) continue;
    const loss = logitLoss(scores, table.labels, bag.held);
    if (loss < best.loss) best = { loss, trees: trees.length };
    else if (trees.length - best.trees >= patience) break;
  }
  return patience === null ? trees : trees.slice(0, best.trees);
}

function derive({ g, h }: Ground, labels: Uint8Array, scores: Float64Array, rows: Int32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const p = sigmoid(scores[row]!);
    g[row] = p - labels[row]!;
    h[row] = p * (1 - p);
  }
}

function draw(
  rows: Int32Array,
  into: Int32Array,
  { next, share }: { next: () => number; share: number },
): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (next() < share) into[count++] = rows[i]!;
  return count;
}
