import type { Allowed } from './allowed';
import { type BinnedTable, CELLS } from './bin-rows';
import { bestSplit, type LeafSums, type Split, type SplitShape } from './split';

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

/** Rows under their gradients, and buffers that trees share. */
export type Ground = {
  cells: Uint16Array;
  width: number;
  shape: SplitShape;
  g: Float64Array;
  h: Float64Array;
  spare: Int32Array;
  histograms: Float64Array[];
};

export function groundOf({ features, cells, labels }: BinnedTable): Ground {
  return {
    cells,
    width: features.length,
    shape: {
      sizes: Uint8Array.from(features, ({ coarseSize }) => coarseSize),
      ordered: Uint8Array.from(features, ({ bins }) => (bins.kind === 'number' ? 1 : 0)),
      monotone: Int8Array.from(features, ({ monotone }) => monotone ?? 0),
    },
    g: new Float64Array(labels.length),
    h: new Float64Array(labels.length),
    spare: new Int32Array(labels.length),
    histograms: [],
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
export function growTree(ground: Ground, rows: Int32Array, allowed: Allowed, leavesMax: number): Tree {
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
  return tree;
}

/** Adds `rate` times the tree to the scores of some rows. */
export function addTree(
  { nodes, leaves }: Tree,
  { cells, width }: Ground,
  { rows, scores, rate }: { rows: Int32Array; scores: Float64Array; rate: number },
): void {
  if (nodes.length === 0) return;
  const feature = Int32Array.from(nodes, (node) => node.feature);
  const mask = Int32Array.from(nodes, (node) => node.mask);
  const left = Int32Array.from(nodes, (node) => node.left);
  const right = Int32Array.from(nodes, (node) => node.right);
  const values = Float64Array.from(leaves, (leaf) => leaf.value * rate);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let node = 0;
    while (node >= 0) {
      const bin = (cells[row * width + feature[node]!]! >> 1) & (CELLS - 1);
      node = (mask[node]! >>> bin) & 1 ? left[node]! : right[node]!;
    }
    scores[row]! += values[~node]!;
  }
}

function rootOf(
  ground: Ground,
  rows: Int32Array,
  { allowed, histogram }: { allowed: Allowed; histogram: Float64Array },
): Open {
  let g = 0;
  let h = 0;
  for (let i = 0; i < rows.length; i++) {
    g += ground.g[rows[i]!]!;
    h += ground.h[rows[i]!]!;
  }
  const features = allowed([]);
  fillHistogram(ground, rows, features, histogram);
  const sums = { g, h, low: -Infinity, high: Infinity };
  const split = findSplit(ground, histogram, features, sums);
  const leaf = { features: [], masks: [], value: 0 };
  return { from: 0, to: rows.length, sums, leaf, histogram, split, parent: null, isLeft: false };
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
  subtract(large.histogram, small.histogram, features);
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

/** Keeps the order of the rows on both sides, so that sums do not depend on how a leaf came about. */
function partition(
  { cells, width, spare }: Ground,
  rows: Int32Array,
  { from, to }: Open,
  { feature, mask }: Split,
) {
  let middle = from;
  let others = 0;
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    const bin = (cells[row * width + feature]! >> 1) & (CELLS - 1);
    if ((mask >>> bin) & 1) rows[middle++] = row;
    else spare[others++] = row;
  }
  rows.set(spare.subarray(0, others), middle);
  return middle;
}

function findSplit({ shape }: Ground, histogram: Float64Array, features: Int32Array, sums: LeafSums) {
  let best: Split | null = null;
  for (let k = 0; k < features.length; k++) {
    const split = bestSplit(histogram, features[k]!, shape, sums);
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

function fillHistogram(
  { cells, width, g, h }: Ground,
  rows: Int32Array,
  features: Int32Array,
  out: Float64Array,
) {
  for (let k = 0; k < features.length; k++)
    out.fill(0, features[k]! * CELLS * 2, (features[k]! + 1) * CELLS * 2);
  const all = features.length === width;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const first = row * width;
    const gRow = g[row]!;
    const hRow = h[row]!;
    for (let k = 0; k < features.length; k++) {
      const at = cells[first + (all ? k : features[k]!)]!;
      out[at]! += gRow;
      out[at + 1]! += hRow;
    }
  }
}

function subtract(from: Float64Array, what: Float64Array, features: Int32Array): void {
  for (let k = 0; k < features.length; k++) {
    const start = features[k]! * CELLS * 2;
    for (let at = start; at < start + CELLS * 2; at++) from[at]! -= what[at]!;
  }
}

function histogramPool({ histograms, width }: Ground, size: number): Float64Array[] {
  while (histograms.length < size) histograms.push(new Float64Array(width * CELLS * 2));
  return histograms.slice(0, size);
}
