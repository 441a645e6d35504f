import { solveCholesky } from '../train/cholesky';
import { type Mains, mainScores, noMains } from './additive';
import type { Bag } from './bags';
import type { BinnedTable } from './bin-rows';
import { logitLoss, priorLogit, sigmoid } from './loss';

const PENALTIES = [100, 10, 1];
const ITERATIONS_MAX = 15;
/** Beyond this the levels of a category are told apart only as far as its coarse bins do: Newton's steps are cubic. */
const PARAMETERS_MAX = 800;

/**
 * Ridge logistic regression written as tables over fine bins: a number is the standardised signed logarithm of its
 * bin and an indicator of missing, a category one indicator a level. The held-out rows choose the penalty.
 */
export function startLogistic(table: BinnedTable, bag: Bag): Mains {
  const design = designOf(table, bag.train);
  const beta = new Float64Array(design.size);
  beta[0] = priorLogit(table.labels, bag.train);
  let best: { loss: number; mains: Mains } | null = null;
  for (const penalty of PENALTIES) {
    newton(table, bag.train, { design, beta, penalty });
    const mains = asMains(table, design, beta);
    const loss = logitLoss(mainScores(mains, table, bag.held), table.labels, bag.held);
    if (!best || loss < best.loss) best = { loss, mains };
  }
  return best!.mains;
}

/** Fine bin -> its parameter and the value it takes there; parameter 0 is the intercept. */
type Design = { size: number; parameter: Int32Array[]; value: Float64Array[] };

function designOf(table: BinnedTable, rows: Int32Array): Design {
  const levels = table.features.reduce(
    (sum, { coarse }, f) => sum + (table.places[f] ? 2 : coarse.length),
    0,
  );
  const isWide = levels > PARAMETERS_MAX;
  let size = 1;
  const parameter: Int32Array[] = [];
  const value: Float64Array[] = [];
  table.features.forEach(({ coarse, coarseSize }, f) => {
    const { length } = coarse;
    const places = table.places[f];
    if (places) {
      parameter.push(Int32Array.from({ length }, (_, bin) => (bin === 0 ? size + 1 : size)));
      value.push(standardised(places, table.fine[f]!, rows).slice(0, length));
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

type Fit = { design: Design; beta: Float64Array; penalty: number };

function newton(table: BinnedTable, rows: Int32Array, { design, beta, penalty }: Fit): void {
  const n = design.size;
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    const { gradient, hessian } = derivatives(table, rows, { design, beta, penalty });
    for (let i = 1; i < n; i++) {
      gradient[i]! -= penalty * beta[i]!;
      hessian[i * n + i]! += penalty;
    }
    hessian[0]! += 1e-9;
    const step = solveCholesky(hessian, gradient, n);
    let largest = 0;
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(step[i]!));
    const scale = largest > 4 ? 4 / largest : 1;
    for (let i = 0; i < n; i++) beta[i]! += scale * step[i]!;
    if (largest < 1e-4) return;
  }
}

function derivatives({ fine, labels }: BinnedTable, rows: Int32Array, { design, beta }: Fit) {
  const n = design.size;
  const width = fine.length;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const at = new Int32Array(width + 1);
  const x = new Float64Array(width + 1).fill(1);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    let sum = beta[0]!;
    for (let f = 0; f < width; f++) {
      const bin = fine[f]![row]!;
      at[f + 1] = design.parameter[f]![bin]!;
      x[f + 1] = design.value[f]![bin]!;
      sum += beta[at[f + 1]!]! * x[f + 1]!;
    }
    const p = sigmoid(sum);
    const residual = labels[row]! - p;
    const weight = p * (1 - p);
    for (let i = 0; i <= width; i++) {
      gradient[at[i]!]! += residual * x[i]!;
      const line = at[i]! * n;
      const weighted = weight * x[i]!;
      for (let k = 0; k <= i; k++) hessian[line + at[k]!]! += weighted * x[k]!;
    }
  }
  return { gradient, hessian };
}

function asMains({ features }: BinnedTable, design: Design, beta: Float64Array): Mains {
  const mains = noMains(features, beta[0]!);
  mains.tables.forEach((table, f) => {
    for (let bin = 0; bin < table.length; bin++)
      table[bin] = beta[design.parameter[f]![bin]!]! * design.value[f]![bin]!;
  });
  return mains;
}
