import { type Mains, mainScores, noMains } from './additive';
import { type BagTable, heldOut, learning } from './bag-table';
import { logitLoss, priorLogit } from './loss';
import { type Packing, packGradients, packingFor, unpack } from './packing';

const RATE = 0.04;
const ROUNDS_MAX = 600;
const CHECK_EVERY = 5;
const PATIENCE = 20;
const LAMBDA = 2;
const HESSIAN_MIN = 5;
const CATEGORY_RIDGE = 5;
/** A round looks at this many rows at most: of more, at every second, third, ... and at the next ones in the next round. */
const ROUND_ROWS_MAX = 20_000;
const BINS = 256;

/** One table a feature, boosted side by side in steps of three levels until the held-out rows gain no more. */
export function startMains(bag: BagTable): Mains {
  const mains = noMains(bag.features, priorLogit(bag, learning(bag)));
  const held = heldOut(bag);
  const heldLoss = () => logitLoss(mainScores(mains, bag, held), bag, held);
  const looks = looksOf(bag);
  let best = { loss: heldLoss(), round: 0, tables: copied(mains) };
  for (let round = 1; round <= ROUNDS_MAX; round++) {
    const sums = gradientSums(bag, mains, looks[round % looks.length]!);
    const steps = bag.features.map(({ bins, coarse }, f) =>
      threeLevels(sums.subarray(f * BINS * 2), { bins: coarse.length, ordered: bins.kind === 'number' }),
    );
    steps.forEach((step, f) => {
      const table = mains.tables[f]!;
      if (step) for (let bin = 0; bin < table.length; bin++) table[bin]! += step[bin]!;
    });
    if (round % CHECK_EVERY !== 0) continue;
    const loss = heldLoss();
    if (loss < best.loss) best = { loss, round, tables: copied(mains) };
    else if (round - best.round >= PATIENCE) break;
  }
  return { intercept: mains.intercept, tables: best.tables };
}

/** Rows that one round looks at, side by side. */
type Look = { part: BagTable; packing: Packing; rows: Int32Array };

function looksOf(bag: BagTable): Look[] {
  const step = Math.ceil(bag.trained / ROUND_ROWS_MAX);
  const weightMax = bag.weights?.reduce((max, each) => Math.max(max, each), 0) ?? 1;
  return Array.from({ length: step }, (_, first) => {
    const rows = Int32Array.from(
      { length: Math.ceil((bag.trained - first) / step) },
      (_, i) => first + i * step,
    );
    const taken = (all: Uint8Array) => Uint8Array.from(rows, (row) => all[row]!);
    const part: BagTable = {
      ...bag,
      fine: bag.fine.map(taken),
      labels: taken(bag.labels),
      weights: bag.weights && Float64Array.from(rows, (row) => bag.weights![row]!),
      trained: rows.length,
    };
    return { part, packing: packingFor(rows.length, weightMax), rows: learning(part) };
  });
}

/** Gradient and hessian by turns, `BINS` of each feature, grown to the whole bag where only some rows were looked at. */
function gradientSums(bag: BagTable, mains: Mains, { part, packing, rows }: Look): Float64Array {
  const scores = mainScores(mains, part);
  const packed = new Float64Array(rows.length);
  packGradients(part, packing, { scores, rows, into: packed, seed: 0 });
  const sums = new Float64Array(part.fine.length * BINS);
  addPacked(part.fine, packed, sums);
  const unpacked = new Float64Array(sums.length * 2);
  const grown = bag.trained / rows.length;
  const scale = { ...packing, gUnit: packing.gUnit * grown, hUnit: packing.hUnit * grown };
  unpack(sums, scale, { from: 0, to: sums.length, into: unpacked });
  return unpacked;
}

/** Four features at a time, so that no addition waits for the one before it in the same heavy bin. */
function addPacked(fine: Uint8Array[], packed: Float64Array, sums: Float64Array): void {
  let f = 0;
  for (; f + 3 < fine.length; f += 4) {
    const [a, b, c, d] = [fine[f]!, fine[f + 1]!, fine[f + 2]!, fine[f + 3]!];
    const at = f * BINS;
    for (let row = 0; row < packed.length; row++) {
      const sum = packed[row]!;
      sums[at + a[row]!]! += sum;
      sums[at + BINS + b[row]!]! += sum;
      sums[at + 2 * BINS + c[row]!]! += sum;
      sums[at + 3 * BINS + d[row]!]! += sum;
    }
  }
  for (; f < fine.length; f++) {
    const bins = fine[f]!;
    for (let row = 0; row < packed.length; row++) sums[f * BINS + bins[row]!]! += packed[row]!;
  }
}

function copied({ tables }: Mains): Float64Array[] {
  return tables.map((table) => table.slice());
}

function threeLevels(
  sums: Float64Array,
  { bins, ordered }: { bins: number; ordered: boolean },
): Float64Array | null {
  const order = inOrder(bins);
  if (!ordered) {
    const ratio = order.map((bin) => sums[bin * 2]! / (sums[bin * 2 + 1]! + CATEGORY_RIDGE));
    order.sort((a, b) => ratio[a]! - ratio[b]! || a - b);
  }
  const first = bestCut(sums, order, 0, bins);
  if (!first) return null;
  const sides = [bestCut(sums, order, 0, first.at), bestCut(sums, order, first.at, bins)];
  const second = sides.reduce((a, b) => ((b?.gain ?? 0) > (a?.gain ?? 0) ? b : a), null);
  const cuts = [0, first.at, ...(second ? [second.at] : []), bins].sort((a, b) => a - b);
  const step = new Float64Array(bins);
  for (let level = 0; level + 1 < cuts.length; level++) {
    const [from, to] = [cuts[level]!, cuts[level + 1]!];
    const { g: gSum, h: hSum } = summed(sums, order, from, to);
    for (let i = from; i < to; i++) step[order[i]!] = (-RATE * gSum) / (hSum + LAMBDA);
  }
  return step;
}

function inOrder(bins: number): number[] {
  const order: number[] = [];
  for (let bin = 0; bin < bins; bin++) order.push(bin);
  return order;
}

function bestCut(sums: Float64Array, order: number[], from: number, to: number) {
  const all = summed(sums, order, from, to);
  const whole = (all.g * all.g) / (all.h + LAMBDA);
  let best: { at: number; gain: number } | null = null;
  let g = 0;
  let h = 0;
  for (let i = from; i + 1 < to; i++) {
    g += sums[order[i]! * 2]!;
    h += sums[order[i]! * 2 + 1]!;
    if (h < HESSIAN_MIN) continue;
    if (all.h - h < HESSIAN_MIN) break;
    const gain = (g * g) / (h + LAMBDA) + (all.g - g) ** 2 / (all.h - h + LAMBDA) - whole;
    if (gain > (best?.gain ?? 1e-9)) best = { at: i + 1, gain };
  }
  return best;
}

function summed(sums: Float64Array, order: number[], from: number, to: number) {
  let g = 0;
  let h = 0;
  for (let i = from; i < to; i++) {
    g += sums[order[i]! * 2]!;
    h += sums[order[i]! * 2 + 1]!;
  }
  return { g, h };
}
