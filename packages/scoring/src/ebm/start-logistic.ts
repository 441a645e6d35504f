import { choleskyFactor, solveFactored } from '../train/cholesky';
import { type Mains, mainScores, noMains } from './additive';
import { type BagTable, heldOut, learning, takeBag } from './bag-table';
import type { Bag } from './bags';
import type { WholeTable } from './bin-rows';
import { logitLoss, priorLogit, sigmoid } from './loss';

const PENALTIES = [100, 10, 1];
const ITERATIONS_MAX = 25;
const SAME_CURVATURE = 0.1;
/** So many rows tell its parameters well enough; they are shuffled, so the first are a sample. */
const ROWS_MAX = 40_000;
/** Curvature is taken from every second, third, ... row, so that at most so many tell it: steps need it roughly only. */
const CURVATURE_ROWS_MAX = 12_000;
/** Beyond this the levels of a category are told apart only as far as its coarse bins do: Newton's steps are cubic. */
const PARAMETERS_MAX = 800;

/**
 * Ridge logistic regression written as tables over fine bins: a number is the standardised signed logarithm of its
 * bin and an indicator of missing, a category one indicator a level. The held-out rows choose the penalty.
 */
export function logisticMains(bag: BagTable): Mains {
  const rows = learning(bag).subarray(0, ROWS_MAX);
  const held = heldOut(bag);
  const design = designOf(bag, rows);
  const lines = linesOf(bag, rows, design);
  const beta = new Float64Array(design.size);
  beta[0] = priorLogit(bag, rows);
  let best: { loss: number; mains: Mains } | null = null;
  for (const penalty of PENALTIES) {
    newton(bag, rows, { design, lines, beta, penalty });
    const mains = asMains(bag, design, beta);
    const loss = logitLoss(mainScores(mains, bag, held), bag, held);
    if (!best || loss < best.loss) best = { loss, mains };
  }
  return best!.mains;
}

/** The same for one bag of a whole table. */
export function startLogistic(table: WholeTable, bag: Bag): Mains {
  return logisticMains(takeBag(table, bag));
}

/** Fine bin -> its parameter and the value it takes there; parameter 0 is the intercept. */
type Design = { size: number; parameter: Int32Array[]; value: Float64Array[] };

function designOf(bag: BagTable, rows: Int32Array): Design {
  const levels = bag.features.reduce((sum, { coarse }, f) => sum + (bag.places[f] ? 2 : coarse.length), 0);
  const isWide = levels > PARAMETERS_MAX;
  let size = 1;
  const parameter: Int32Array[] = [];
  const value: Float64Array[] = [];
  bag.features.forEach(({ coarse, coarseSize }, f) => {
    const { length } = coarse;
    const places = bag.places[f];
    if (places) {
      parameter.push(Int32Array.from({ length }, (_, bin) => (bin === 0 ? size + 1 : size)));
      value.push(standardised(places, bag.fine[f]!, rows).slice(0, length));
      size += 2;
    } else {
      parameter.push(Int32Array.from({ length }, (_, bin) => size + (isWide ? coarse[bin]! : bin)));
      value.push(new Float64Array(length).fill(1));
      size += isWide ? coarseSize : length;
    }
  });
  return { size, parameter, value };
}

function standardised(places: Float64Array, fine: Uint8Array, rows: Int32Array): Float64Array {
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const bin = fine[rows[i]!]!;
    if (bin === 0) continue;
    const place = places[bin]!;
    count += 1;
    sum += place;
    squares += place * place;
  }
  const mean = sum / Math.max(1, count);
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  return places.map((place, bin) => (bin === 0 ? 1 : deviation > 1e-9 ? (place - mean) / deviation : 0));
}

/** The parameters of every row that learns and what stands by them, the intercept first: each step reads them again. */
type Lines = { at: Int16Array; x: Float64Array };

function linesOf({ fine }: BagTable, rows: Int32Array, { parameter, value }: Design): Lines {
  const width = fine.length + 1;
  const at = new Int16Array(rows.length * width);
  const x = new Float64Array(rows.length * width).fill(1);
  fine.forEach((bins, f) => {
    const [parameters, values] = [parameter[f]!, value[f]!];
    for (let r = 0; r < rows.length; r++) {
      const bin = bins[rows[r]!]!;
      at[r * width + f + 1] = parameters[bin]!;
      x[r * width + f + 1] = values[bin]!;
    }
  });
  return { at, x };
}

type Fit = { design: Design; lines: Lines; beta: Float64Array; penalty: number };

/** Newton's steps, halved while they overshoot: rare outcomes beside sparse columns would throw them off. */
function newton(bag: BagTable, rows: Int32Array, { design, lines, beta, penalty }: Fit): void {
  const n = design.size;
  const ridge = (values: Float64Array) =>
    (penalty / 2) * values.reduce((sum, value, i) => (i === 0 ? 0 : sum + value * value), 0);
  let lowest = Infinity;
  let step: Float64Array = new Float64Array(n);
  let factor: Float64Array | null = null;
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    const { gradient, hessian, loss } = derivatives(bag, rows, { design, lines, beta, curved: !factor });
    const objective = loss + ridge(beta);
    if (objective > lowest + 1e-9 * Math.abs(lowest)) {
      step = step.map((each) => each / 2);
      for (let i = 0; i < n; i++) beta[i]! -= step[i]!;
      continue;
    }
    lowest = objective;
    for (let i = 1; i < n; i++) gradient[i]! -= penalty * beta[i]!;
    if (!factor) {
      for (let i = 1; i < n; i++) hessian[i * n + i]! += penalty;
      hessian[0]! += 1e-9;
      factor = choleskyFactor(hessian, n);
    }
    step = solveFactored(factor, gradient, n);
    const largest = step.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    if (largest > 4) step = step.map((each) => (each * 4) / largest);
    for (let i = 0; i < n; i++) beta[i]! += step[i]!;
    if (largest < 1e-4) return;
    // Close by, the curvature hardly changes, and is by far the dearest part of a step.
    if (largest > SAME_CURVATURE) factor = null;
  }
}

function derivatives(
  { fine, labels, weights }: BagTable,
  rows: Int32Array,
  { design, lines: { at, x }, beta, curved }: Omit<Fit, 'penalty'> & { curved: boolean },
) {
  const n = design.size;
  const width = fine.length;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(curved ? n * n : 0);
  const every = Math.ceil(rows.length / CURVATURE_ROWS_MAX);
  let loss = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const from = r * (width + 1);
    const to = from + width;
    let sum = beta[0]!;
    for (let i = from + 1; i <= to; i++) sum += beta[at[i]!]! * x[i]!;
    const p = sigmoid(sum);
    const counts = weights ? weights[row]! : 1;
    loss += counts * (Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - labels[row]! * sum);
    const residual = counts * (labels[row]! - p);
    for (let i = from; i <= to; i++) gradient[at[i]!]! += residual * x[i]!;
    if (!curved || r % every !== 0) continue;
    const weight = every * counts * p * (1 - p);
    for (let i = from; i <= to; i++) {
      const line = at[i]! * n;
      addLine(hessian, line, weight * x[i]!, { at, x, from, to: i });
    }
  }
  return { gradient, hessian, loss };
}

/** Four parameters at a time: the places are read before the cells are written, which takes a third off. */
function addLine(
  hessian: Float64Array,
  line: number,
  weighted: number,
  { at, x, from, to }: Lines & { from: number; to: number },
): void {
  let k = from;
  for (; k + 3 <= to; k += 4) {
    const a = line + at[k]!;
    const b = line + at[k + 1]!;
    const c = line + at[k + 2]!;
    const d = line + at[k + 3]!;
    hessian[a]! += weighted * x[k]!;
    hessian[b]! += weighted * x[k + 1]!;
    hessian[c]! += weighted * x[k + 2]!;
    hessian[d]! += weighted * x[k + 3]!;
  }
  for (; k <= to; k++) hessian[line + at[k]!]! += weighted * x[k]!;
}

function asMains({ features }: BagTable, design: Design, beta: Float64Array): Mains {
  const mains = noMains(features, beta[0]!);
  mains.tables.forEach((table, f) => {
    for (let bin = 0; bin < table.length; bin++)
      table[bin] = beta[design.parameter[f]![bin]!]! * design.value[f]![bin]!;
  });
  return mains;
}
