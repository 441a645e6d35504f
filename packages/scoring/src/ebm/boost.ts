import type { Allowed } from './allowed';
import { type BagTable, heldOut } from './bag-table';
import { addTree, type Grown, groundOf, growTree, type Tree } from './grow-tree';
import { logitLoss } from './loss';
import { packGradients, packingFor } from './packing';
import { xorshift } from './random';

export type Boosting = {
  rate: number;
  leavesMax: number;
  treesMax: number;
  /** The share of the rows that a tree grows from, and at most so many. */
  subsample: number;
  rowsMax: number;
  /** Trees without gain on the held-out rows after which to stop; null grows them all. */
  patience: number | null;
};

const CHECK_EVERY = 5;

export const FIT: Boosting = {
  rate: 0.08,
  leavesMax: 8,
  treesMax: 2000,
  subsample: 0.8,
  rowsMax: 50_000,
  patience: 60,
};

/** Trees on top of the start scores (by row of the bag), cut at their best held-out loss: none when none helps. */
export function boost(
  bag: BagTable,
  {
    start,
    allowed,
    seed,
    boosting,
  }: { start: Float64Array; allowed: Allowed; seed: number; boosting: Boosting },
): Tree[] {
  const { rate, leavesMax, treesMax, patience } = boosting;
  const share = Math.min(boosting.subsample, boosting.rowsMax / bag.trained);
  const weightMax = bag.weights?.reduce((max, each) => Math.max(max, each), 0) ?? 1;
  const drawn = Math.max(1, Math.round(share * bag.trained));
  const sample = new Int32Array(drawn);
  const ground = groundOf(bag, packingFor(drawn, weightMax));
  const scores = Float64Array.from(start);
  const next = xorshift(seed);
  const held = heldOut(bag);
  const trees: Tree[] = [];
  let best = { loss: logitLoss(scores, bag, held), trees: 0 };
  while (trees.length < treesMax) {
    const from = Math.floor(next() * bag.trained);
    for (let i = 0; i < drawn; i++) sample[i] = (from + i) % bag.trained;
    packGradients(bag, ground.packing, { scores, rows: sample, into: ground.packed, seed: next() });
    const grown = growTree(ground, sample, allowed, leavesMax);
    const { tree } = grown;
    if (tree.nodes.length === 0) break;
    trees.push(tree);
    addLeaves(grown, { rows: sample, scores, rate });
    const add = (start: number, end: number) => addTree(tree, bag, { from: start, to: end, scores, rate });
    const end = from + drawn;
    add(Math.max(0, end - bag.trained), Math.min(from, bag.trained));
    add(Math.min(end, bag.trained), bag.trained);
    if (patience === null) continue;
    add(bag.trained, scores.length);
    if (trees.length % CHECK_EVERY !== 0) continue;
    const loss = logitLoss(scores, bag, held);
    if (loss < best.loss) best = { loss, trees: trees.length };
    else if (trees.length - best.trees >= patience) break;
  }
  return patience === null ? trees : trees.slice(0, best.trees);
}

/** The rows that a tree grew from stand by leaf already. */
function addLeaves(
  { tree, starts }: Grown,
  { rows, scores, rate }: { rows: Int32Array; scores: Float64Array; rate: number },
): void {
  const sorted = starts.map((from, leaf) => ({ from, leaf })).sort((a, b) => a.from - b.from);
  sorted.forEach(({ from, leaf }, i) => {
    const to = sorted[i + 1]?.from ?? rows.length;
    const step = tree.leaves[leaf]!.value * rate;
    for (let at = from; at < to; at++) scores[rows[at]!]! += step;
  });
}
