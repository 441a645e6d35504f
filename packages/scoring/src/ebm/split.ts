import { CELLS } from './bin-rows';

const LAMBDA = 2;
const CATEGORY_RIDGE = 5;
/** Low, so that a leaf may be all but sure of its outcome: there each row counts little. */
const HESSIAN_MIN = 1;
const GAIN_MIN = 1e-9;
/** What is left of an empty bin after subtraction. */
const EMPTY = 1e-9;

/** Bins of the mask go left. `value` is a leaf's log-odds before the learning rate. */
export type Split = {
  feature: number;
  mask: number;
  gain: number;
  leftValue: number;
  rightValue: number;
  left: Sums;
};
/** By feature: coarse bins, whether they are in order, and 1 or -1 where log-odds may only rise or fall with them. */
export type SplitShape = { sizes: Uint8Array; ordered: Uint8Array; monotone: Int8Array };
type Sums = { g: number; h: number };
/** What a leaf holds, and between what its value must stay. */
export type LeafSums = Sums & { low: number; high: number };

const order = new Int32Array(CELLS);
const ratio = new Float64Array(CELLS);

/** The best split of one feature by its histogram `at` (gradient and hessian by turns), or null. */
export function bestSplit(
  histogram: Float64Array,
  feature: number,
  shape: SplitShape,
  all: LeafSums,
): Split | null {
  const at = feature * CELLS * 2;
  const place = { at, size: shape.sizes[feature]!, feature, sign: shape.monotone[feature]!, all };
  return shape.ordered[feature] ? orderedSplit(histogram, place) : categorySplit(histogram, place);
}

type Place = { at: number; size: number; feature: number; sign: number; all: LeafSums };

function orderedSplit(histogram: Float64Array, { at, size, feature, sign, all }: Place): Split | null {
  const missingG = histogram[at]!;
  const missingH = histogram[at + 1]!;
  const hasMissing = missingH > EMPTY;
  const whole = (all.g * all.g) / (all.h + LAMBDA);
  let gain = GAIN_MIN;
  let cut = -1;
  let missingLeft = false;
  let g = 0;
  let h = 0;
  for (let bin = 1; bin + 1 < size + (hasMissing ? 1 : 0); bin++) {
    const hBin = histogram[at + bin * 2 + 1]!;
    g += histogram[at + bin * 2]!;
    h += hBin;
    if (hBin <= EMPTY) continue;
    const without = gainOf(g, h, all) - whole;
    if (without > gain && (bin + 1 === size || inOrder(g, h, all, sign))) {
      gain = without;
      cut = bin;
      missingLeft = false;
    }
    if (!hasMissing || bin + 1 >= size) continue;
    const withMissing = gainOf(g + missingG, h + missingH, all) - whole;
    if (withMissing > gain && inOrder(g + missingG, h + missingH, all, sign)) {
      gain = withMissing;
      cut = bin;
      missingLeft = true;
    }
  }
  if (cut < 0) return null;
  g = missingLeft ? missingG : 0;
  h = missingLeft ? missingH : 0;
  for (let bin = 1; bin <= cut; bin++) {
    g += histogram[at + bin * 2]!;
    h += histogram[at + bin * 2 + 1]!;
  }
  const knownLeft = cut === 31 ? -2 : (2 << cut) - 2;
  const toLeft = hasMissing ? missingLeft : h > all.h - h;
  return splitOf({ feature, gain, g, h, all, mask: knownLeft | (toLeft ? 1 : 0) });
}

/** Levels stand in the order of their own shrunk gradient, found anew in every leaf: no label leaks into the bins. */
function categorySplit(histogram: Float64Array, { at, size, feature, all }: Place): Split | null {
  let used = 0;
  let empty = 0;
  for (let bin = 0; bin < size; bin++) {
    const h = histogram[at + bin * 2 + 1]!;
    if (h <= EMPTY) {
      empty |= 1 << bin;
      continue;
    }
    ratio[bin] = histogram[at + bin * 2]! / (h + CATEGORY_RIDGE);
    let place = used++;
    while (place > 0 && ratio[order[place - 1]!]! > ratio[bin]!) {
      order[place] = order[place - 1]!;
      place -= 1;
    }
    order[place] = bin;
  }
  const whole = (all.g * all.g) / (all.h + LAMBDA);
  let g = 0;
  let h = 0;
  let mask = 0;
  let best: { gain: number; g: number; h: number; mask: number } | null = null;
  for (let i = 0; i + 1 < used; i++) {
    const bin = order[i]!;
    g += histogram[at + bin * 2]!;
    h += histogram[at + bin * 2 + 1]!;
    mask |= 1 << bin;
    const gain = gainOf(g, h, all) - whole;
    if (gain > (best?.gain ?? GAIN_MIN)) best = { gain, g, h, mask };
  }
  if (!best) return null;
  const emptyLeft = best.h > all.h - best.h ? empty : 0;
  return splitOf({ ...best, feature, all, mask: best.mask | emptyLeft });
}

/** Whether the values of both sides stand as a monotone feature wants them. */
function inOrder(g: number, h: number, all: LeafSums, sign: number): boolean {
  return sign === 0 || sign * (leafValue(all.g - g, all.h - h, all) - leafValue(g, h, all)) >= 0;
}

function leafValue(g: number, h: number, { low, high }: LeafSums): number {
  return Math.min(high, Math.max(low, -g / (h + LAMBDA)));
}

function gainOf(g: number, h: number, all: Sums): number {
  const hRight = all.h - h;
  if (h < HESSIAN_MIN || hRight < HESSIAN_MIN) return -1;
  const gRight = all.g - g;
  return (g * g) / (h + LAMBDA) + (gRight * gRight) / (hRight + LAMBDA);
}

function splitOf(found: {
  feature: number;
  gain: number;
  g: number;
  h: number;
  all: LeafSums;
  mask: number;
}): Split {
  const { feature, gain, g, h, all, mask } = found;
  return {
    feature,
    mask,
    gain,
    leftValue: leafValue(g, h, all),
    rightValue: leafValue(all.g - g, all.h - h, all),
    left: { g, h },
  };
}
