import { solveCholesky } from './cholesky';

const RIDGE = 1;
const ITERATIONS = 30;
const HALVINGS_MAX = 20;

/** Newton's method on centred columns, from the base rate up; the first slope is drawn to 1, others to 0. */
export function logisticOf(
  columns: Float64Array[],
  labels: Uint8Array,
): { intercept: number; slopes: number[] } {
  const size = columns.length + 1;
  const means = columns.map((column) => column.reduce((sum, each) => sum + each, 0) / labels.length);
  const x = [
    new Float64Array(labels.length).fill(1),
    ...columns.map((column, j) => column.map((each) => each - means[j]!)),
  ];
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const beta = new Float64Array(size);
  beta[0] = Math.log((positives + 0.5) / (labels.length - positives + 0.5));
  const logitsOf = (values: Float64Array) => {
    const logits = new Float64Array(labels.length);
    x.forEach((column, j) => {
      const slope = values[j]!;
      if (slope !== 0) for (let row = 0; row < logits.length; row++) logits[row]! += slope * column[row]!;
    });
    return logits;
  };
  const objective = (values: Float64Array) => {
    let sum =
      (RIDGE / 2) *
      values.reduce((all, value, j) => (j === 0 ? 0 : all + (value - (j === 1 ? 1 : 0)) ** 2), 0);
    const logits = logitsOf(values);
    for (let row = 0; row < logits.length; row++) {
      const logit = logits[row]!;
      sum += Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - labels[row]! * logit;
    }
    return sum;
  };
  let lowest = objective(beta);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const hessian = new Float64Array(size * size);
    const gradient = new Float64Array(size);
    for (let j = 0; j < size; j++) {
      hessian[j * size + j] = j === 0 ? 1e-9 : RIDGE;
      gradient[j] = j === 0 ? 0 : RIDGE * (beta[j]! - (j === 1 ? 1 : 0));
    }
    const logits = logitsOf(beta);
    const rests = logits.map((logit, row) => 1 / (1 + Math.exp(-logit)) - labels[row]!);
    const weights = rests.map((rest, row) => (rest + labels[row]!) * (1 - rest - labels[row]!));
    for (let j = 0; j < size; j++) {
      const weighted = x[j]!.map((each, row) => weights[row]! * each);
      gradient[j]! += product(rests, x[j]!);
      for (let k = 0; k <= j; k++) hessian[j * size + k]! += product(weighted, x[k]!);
    }
    // A full step may overshoot where purchases are rare and some sums far out: it is halved until it helps.
    let step = solveCholesky(hessian, gradient, size);
    let tried = beta.map((each, j) => each - step[j]!);
    for (let halving = 0; halving < HALVINGS_MAX && !(objective(tried) <= lowest); halving++) {
      step = step.map((each) => each / 2);
      tried = beta.map((each, j) => each - step[j]!);
    }
    const loss = objective(tried);
    if (!(loss < lowest)) break;
    const gained = lowest - loss;
    lowest = loss;
    beta.set(tried);
    if (gained < 1e-9 * (1 + lowest)) break;
  }
  const slopes = Array.from(beta.subarray(1));
  return { intercept: beta[0]! - slopes.reduce((sum, slope, j) => sum + slope * means[j]!, 0), slopes };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
  return sum;
}

/** The intercept with which as many purchases are expected of these log-odds as there were. */
export function interceptFor(logits: Float64Array, labels: Uint8Array): number {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const expected = (shift: number) =>
    logits.reduce((sum, logit) => sum + 1 / (1 + Math.exp(-logit - shift)), 0);
  let [low, high] = [-60, 60];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (expected(middle) < positives) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
