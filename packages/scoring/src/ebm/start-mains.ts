import { type Mains, mainScores, noMains } from './additive';
import type { Bag } from './bags';
import type { BinnedTable } from './bin-rows';
import { logitLoss, priorLogit, sigmoid } from './loss';

const RATE = 0.02;
const ROUNDS_MAX = 1000;
const CHECK_EVERY = 5;
const PATIENCE = 30;
const LAMBDA = 2;
const HESSIAN_MIN = 5;
const CATEGORY_RIDGE = 5;

/** One table a feature, boosted in turn in steps of three levels until the held-out rows gain no more. */
export function startMains(table: BinnedTable, bag: Bag): Mains {
  const mains = noMains(table.features, priorLogit(table.labels, bag.train));
  const rows: Rows = {
    ...bag,
    labels: table.labels,
    fine: table.fine.map((fine) => Uint8Array.from(bag.train, (row) => fine[row]!)),
    g: new Float64Array(bag.train.length),
    h: new Float64Array(bag.train.length),
    scores: new Float64Array(bag.train.length).fill(mains.intercept),
  };
  let best = { loss: heldLoss(table, bag, mains), round: 0, tables: copied(mains) };
  for (let round = 1; round <= ROUNDS_MAX; round++) {
    derive(rows);
    table.features.forEach(({ bins }, f) => {
      const step = threeLevels(rows, f, { bins: mains.tables[f]!.length, ordered: bins.kind === 'number' });
      if (step) take(rows, f, { step, table: mains.tables[f]! });
    });
    if (round % CHECK_EVERY !== 0) continue;
    const loss = heldLoss(table, bag, mains);
    if (loss < best.loss) best = { loss, round, tables: copied(mains) };
    else if (round - best.round >= PATIENCE) break;
  }
  return { intercept: mains.intercept, tables: best.tables };
}

type Rows = {
  train: Int32Array;
  labels: Uint8Array;
  fine: Uint8Array[];
  g: Float64Array;
  h: Float64Array;
  scores: Float64Array;
};

function heldLoss(table: BinnedTable, bag: Bag, mains: Mains): number {
  return logitLoss(mainScores(mains, table, bag.held), table.labels, bag.held);
}

function copied({ tables }: Mains): Float64Array[] {
  return tables.map((table) => table.slice());
}

function derive({ train, labels, g, h, scores }: Rows): void {
  for (let i = 0; i < train.length; i++) {
    const p = sigmoid(scores[i]!);
    g[i] = p - labels[train[i]!]!;
    h[i] = p * (1 - p);
  }
}

/** Within a round the gradient follows the small steps to first order: an exponential a row is saved a feature. */
function take(
  { fine, g, h, scores }: Rows,
  f: number,
  { step, table }: { step: Float64Array; table: Float64Array },
): void {
  const bins = fine[f]!;
  for (let bin = 0; bin < table.length; bin++) table[bin]! += step[bin]!;
  for (let i = 0; i < bins.length; i++) {
    const delta = step[bins[i]!]!;
    scores[i]! += delta;
    g[i]! += h[i]! * delta;
  }
}

function threeLevels(
  { fine, g, h }: Rows,
  f: number,
  { bins, ordered }: { bins: number; ordered: boolean },
): Float64Array | null {
  const sums = new Float64Array(bins * 2);
  const binOf = fine[f]!;
  for (let i = 0; i < binOf.length; i++) {
    const at = binOf[i]! * 2;
    sums[at]! += g[i]!;
    sums[at + 1]! += h[i]!;
  }
  const order = Array.from({ length: bins }, (_, bin) => bin);
  const ratio = order.map((bin) => sums[bin * 2]! / (sums[bin * 2 + 1]! + CATEGORY_RIDGE));
  if (!ordered) order.sort((a, b) => ratio[a]! - ratio[b]! || a - b);
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
