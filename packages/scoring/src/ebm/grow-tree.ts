import type { Allowed } from './allowed';
import type { BagTable } from './bag-table';
import { CELLS } from './bin-rows';
import type { EbmFeature } from './bins';
import { fillHistogram, subtractHistogram } from './histogram';
import { type Packing, unpack } from './packing';
import { bestSplit, type LeafSums, type Split, type SplitShape } from './split';

/** A fine bin is a byte. */
const FINE = 256;

/** What a leaf asks of a row: a set of coarse bins of each feature on its path. */
export type Leaf = { features: number[]; masks: number[]; value: number };
/** A child below 0 is the leaf `~child`; `path` is the sorted features down to and with this split. */
type Node = {
  feature: number;
  mask: number;
  left: number;
  right: number;
  gain: number;
  path: number[];
};
export type Tree = { nodes: Node[]; leaves: Leaf[] };
/** The rows a tree grew from stand by leaf: leaf `i` has those from `starts[i]` on. */
export type Grown = { tree: Tree; starts: number[] };

/** Rows under their packed gradients, and buffers that trees share. */
export type Ground = {
  features: EbmFeature[];
  fine: Uint8Array[];
  cells: Uint16Array;
  width: number;
  shape: SplitShape;
  packed: Float64Array;
  packing: Packing;
  spare: Int32Array;
  histograms: Float64Array[];
  /** A histogram unpacked: gradient and hessian by turns. */
  unpacked: Float64Array;
};

export function groundOf({ features, fine, cells, labels }: BagTable, packing: Packing): Ground {
  return {
    features,
    fine,
    cells,
    width: features.length,
    shape: {
      sizes: Uint8Array.from(features, ({ coarseSize }) => coarseSize),
      ordered: Uint8Array.from(features, ({ bins }) => (bins.kind === 'number' ? 1 : 0)),
      monotone: Int8Array.from(features, ({ monotone }) => monotone ?? 0),
    },
    packed: new Float64Array(labels.length),
    packing,
    spare: new Int32Array(labels.length),
    histograms: [],
    unpacked: new Float64Array(features.length * CELLS * 2),
  };
}

type Open = {
  from: number;
  to: number;
  sums: LeafSums;
  leaf: Leaf;
  histogram: Float64Array;
  split: Split | null;
  parent: Node | null;
  isLeft: boolean;
};

/** Leaf-wise by gain; child histograms for allowed features only, the larger child's by subtraction. */
export function growTree(ground: Ground, rows: Int32Array, allowed: Allowed, leavesMax: number): Grown {
  const tree: Tree = { nodes: [], leaves: [] };
  const pool = histogramPool(ground, leavesMax);
  const open: Open[] = [rootOf(ground, rows, { allowed, histogram: pool.pop()! })];
  while (open.length < leavesMax) {
    const at = bestOpen(open);
    if (at < 0) break;
    const isLast = open.length + 1 === leavesMax;
    open.splice(at, 1, ...divided({ ground, rows, allowed, tree, pool, isLast }, open[at]!));
  }
  for (const { leaf, parent, isLeft } of open) {
    if (parent) parent[isLeft ? 'left' : 'right'] = ~tree.leaves.length;
    tree.leaves.push(leaf);
  }
  return { tree, starts: open.map(({ from }) => from) };
}

/** Adds `rate` times the tree to the scores of the rows from one row number to before another. */
export function addTree(
  { nodes, leaves }: Tree,
  { features, fine }: { features: EbmFeature[]; fine: Uint8Array[] },
  { from, to, scores, rate }: { from: number; to: number; scores: Float64Array; rate: number },
): void {
  if (nodes.length === 0) return;
  const columns = nodes.map(({ feature }) => fine[feature]!);
  const next = new Int32Array(nodes.length * FINE);
  nodes.forEach(({ feature, mask, left, right }, node) => {
    const goesLeft = sidesOf(features[feature]!, mask);
    for (let bin = 0; bin < FINE; bin++) next[node * FINE + bin] = goesLeft[bin] ? left : right;
  });
  const values = Float64Array.from(leaves, (leaf) => leaf.value * rate);
  for (let row = from; row < to; row++) {
    let node = 0;
    while (node >= 0) node = next[node * FINE + columns[node]![row]!]!;
    scores[row]! += values[~node]!;
  }
}

/** By fine bin: 1 where a row goes left. */
function sidesOf({ coarse }: EbmFeature, mask: number): Uint8Array {
  const sides = new Uint8Array(FINE);
  for (let bin = 0; bin < coarse.length; bin++) sides[bin] = (mask >>> coarse[bin]!) & 1;
  return sides;
}

function rootOf(
  ground: Ground,
  rows: Int32Array,
  { allowed, histogram }: { allowed: Allowed; histogram: Float64Array },
): Open {
  const features = allowed([]);
  fillHistogram(ground, rows, features, histogram);
  const sums = { ...allSums(ground, histogram), low: -Infinity, high: Infinity };
  const split = findSplit(ground, histogram, features, sums);
  const leaf = { features: [], masks: [], value: 0 };
  return { from: 0, to: rows.length, sums, leaf, histogram, split, parent: null, isLeft: false };
}

/** Every row is in one cell of the first feature. */
function allSums({ packing, unpacked }: Ground, histogram: Float64Array) {
  unpack(histogram, packing, { from: 0, to: CELLS, into: unpacked });
  let [g, h] = [0, 0];
  for (let at = 0; at < CELLS; at++) {
    g += unpacked[at * 2]!;
    h += unpacked[at * 2 + 1]!;
  }
  return { g, h };
}

type Growing = {
  ground: Ground;
  rows: Int32Array;
  allowed: Allowed;
  tree: Tree;
  pool: Float64Array[];
  isLast: boolean;
};

function divided({ ground, rows, allowed, tree, pool, isLast }: Growing, leaf: Open): [Open, Open] {
  const split = leaf.split!;
  const { feature, mask, gain } = split;
  const path = pathWith(leaf.leaf.features, feature);
  const node: Node = { feature, mask, left: 0, right: 0, gain, path };
  if (leaf.parent) leaf.parent[leaf.isLeft ? 'left' : 'right'] = tree.nodes.length;
  tree.nodes.push(node);
  const middle = partition(ground, rows, leaf, split);
  const bounds = boundsOf(ground.shape.monotone[feature]!, leaf.sums, split);
  const left: Open = {
    ...leaf,
    to: middle,
    sums: { ...split.left, ...bounds.left },
    leaf: narrowed(leaf.leaf, { feature, mask, value: split.leftValue }),
    parent: node,
    isLeft: true,
    split: null,
  };
  const right: Open = {
    ...leaf,
    from: middle,
    sums: { g: leaf.sums.g - split.left.g, h: leaf.sums.h - split.left.h, ...bounds.right },
    leaf: narrowed(leaf.leaf, { feature, mask: ~mask, value: split.rightValue }),
    parent: node,
    isLeft: false,
    split: null,
  };
  if (isLast) return [left, right];
  const features = allowed(path);
  const [small, large] = middle - leaf.from < leaf.to - middle ? [left, right] : [right, left];
  small.histogram = pool.pop()!;
  fillHistogram(ground, rows.subarray(small.from, small.to), features, small.histogram);
  subtractHistogram(large.histogram, small.histogram, features);
  for (const each of [left, right]) each.split = findSplit(ground, each.histogram, features, each.sums);
  return [left, right];
}

/** Below a split of a monotone feature no leaf passes the middle of the two sides, so neither do their leaves. */
function boundsOf(sign: number, { low, high }: LeafSums, { leftValue, rightValue }: Split) {
  const middle = (leftValue + rightValue) / 2;
  const below = { low, high: middle };
  const above = { low: middle, high };
  if (sign === 0) return { left: { low, high }, right: { low, high } };
  return sign > 0 ? { left: below, right: above } : { left: above, right: below };
}

function narrowed(
  leaf: Leaf,
  { feature, mask, value }: { feature: number; mask: number; value: number },
): Leaf {
  const at = leaf.features.indexOf(feature);
  if (at < 0) return { features: [...leaf.features, feature], masks: [...leaf.masks, mask], value };
  return { ...leaf, masks: leaf.masks.with(at, leaf.masks[at]! & mask), value };
}

function pathWith(features: readonly number[], feature: number): number[] {
  const path = features.includes(feature) ? [...features] : [...features, feature];
  return path.sort((a, b) => a - b);
}

/** Keeps the order of the rows on both sides, so that they are read in the order they lie in. */
function partition(
  { features, fine, spare }: Ground,
  rows: Int32Array,
  { from, to }: Open,
  { feature, mask }: Split,
): number {
  const column = fine[feature]!;
  const goesLeft = sidesOf(features[feature]!, mask);
  let middle = from;
  let others = 0;
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    if (goesLeft[column[row]!]!) rows[middle++] = row;
    else spare[others++] = row;
  }
  rows.set(spare.subarray(0, others), middle);
  return middle;
}

function findSplit(
  { shape, packing, unpacked }: Ground,
  histogram: Float64Array,
  features: Int32Array,
  sums: LeafSums,
): Split | null {
  let best: Split | null = null;
  for (let k = 0; k < features.length; k++) {
    const from = features[k]! * CELLS;
    unpack(histogram, packing, { from, to: from + CELLS, into: unpacked });
    const split = bestSplit(unpacked, features[k]!, shape, sums);
    if (split && (!best || split.gain > best.gain)) best = split;
  }
  return best;
}

function bestOpen(open: Open[]): number {
  let best = -1;
  open.forEach(({ split }, at) => {
    if (split && (best < 0 || split.gain > open[best]!.split!.gain)) best = at;
  });
  return best;
}

function histogramPool({ histograms, width }: Ground, size: number): Float64Array[] {
  while (histograms.length < size) histograms.push(new Float64Array(width * CELLS));
  return histograms.slice(0, size);
}
