import { solveCholesky } from './cholesky';

/** Binned rows: `bins[feature][row]`; `sizes[feature]` bins each, bin 0 = missing; labels 0 or 1. */
export type BinnedRows = { bins: Uint8Array[]; sizes: number[]; ordered: boolean[]; labels: Uint8Array };

/** Log-odds by feature and bin, each feature centred on the training rows, and the intercept. */
export type LogisticFit = { intercept: number; weights: Float64Array[] };

/**
 * Ridge logistic regression over bins, by Newton's method. Neighbouring bins of an ordered feature are
 * drawn towards each other by `penalty`, the others towards zero.
 */
export function fitLogistic(rows: BinnedRows, penalty: number): LogisticFit {
  const offsets = [1];
  for (const size of rows.sizes) offsets.push(offsets.at(-1)! + size);
  const n = offsets.at(-1)!;
  const beta = new Float64Array(n);
  const positives = rows.labels.reduce((sum, y) => sum + y, 0);
  const total = rows.labels.length;
  beta[0] = Math.log((positives + 0.5) / (total - positives + 0.5));
  for (let iteration = 0; iteration < 12; iteration++) {
    const { gradient, hessian } = derivatives(rows, beta, offsets, n);
    penalise({ rows, beta, offsets, n, penalty, gradient, hessian });
    const step = solveCholesky(hessian, gradient, n);
    let largest = 0;
    for (let i = 0; i < n; i++) {
      beta[i]! += step[i]!;
      largest = Math.max(largest, Math.abs(step[i]!));
    }
    if (largest < 1e-7) break;
  }
  return centred(rows, beta, offsets);
}

function derivatives(rows: BinnedRows, beta: Float64Array, offsets: number[], n: number) {
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const features = rows.bins.length;
  const at = new Int32Array(features + 1);
  for (let row = 0; row < rows.labels.length; row++) {
    let sum = beta[0]!;
    for (let f = 0; f < features; f++) {
      at[f + 1] = offsets[f]! + rows.bins[f]![row]!;
      sum += beta[at[f + 1]!]!;
    }
    const p = 1 / (1 + Math.exp(-sum));
    const residual = rows.labels[row]! - p;
    const weight = p * (1 - p);
    for (let i = 0; i <= features; i++) {
      gradient[at[i]!]! += residual;
      const line = at[i]! * n;
      for (let k = 0; k <= i; k++) hessian[line + at[k]!]! += weight;
    }
  }
  return { gradient, hessian };
}

type Penalised = {
  rows: BinnedRows;
  beta: Float64Array;
  offsets: number[];
  n: number;
  penalty: number;
  gradient: Float64Array;
  hessian: Float64Array;
};

function penalise({ rows, beta, offsets, n, penalty, gradient, hessian }: Penalised): void {
  const pull = (i: number, strength: number) => {
    gradient[i]! -= strength * beta[i]!;
    hessian[i * n + i]! += strength;
  };
  hessian[0]! += 1e-9;
  rows.sizes.forEach((size, f) => {
    const first = offsets[f]!;
    for (let bin = 0; bin < size; bin++)
      pull(first + bin, rows.ordered[f] && bin > 0 ? 0.1 : Math.max(1, penalty / 10));
    if (!rows.ordered[f]) return;
    for (let bin = 1; bin + 1 < size; bin++) {
      const [i, j] = [first + bin, first + bin + 1];
      const difference = beta[j]! - beta[i]!;
      gradient[i]! += penalty * difference;
      gradient[j]! -= penalty * difference;
      hessian[i * n + i]! += penalty;
      hessian[j * n + j]! += penalty;
      hessian[j * n + i]! -= penalty;
    }
  });
}

/** The average row gets no points from any feature: what is shared goes to the intercept. */
function centred(rows: BinnedRows, beta: Float64Array, offsets: number[]): LogisticFit {
  let intercept = beta[0]!;
  const weights = rows.sizes.map((size, f) => {
    const counts = new Float64Array(size);
    for (const bin of rows.bins[f]!) counts[bin]! += 1;
    const own = beta.slice(offsets[f]!, offsets[f]! + size);
    const mean = own.reduce((sum, w, bin) => sum + w * counts[bin]!, 0) / Math.max(1, rows.labels.length);
    intercept += mean;
    return own.map((w, bin) => (counts[bin] === 0 ? 0 : w - mean));
  });
  return { intercept, weights };
}

export function logOdds(fit: LogisticFit, bins: Uint8Array[], row: number): number {
  let sum = fit.intercept;
  for (let f = 0; f < bins.length; f++) sum += fit.weights[f]![bins[f]![row]!]!;
  return sum;
}
