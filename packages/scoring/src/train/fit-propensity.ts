import type { ModelDocument, PropensityDocument } from '@ascent/schemas';
import { solveCholesky } from './cholesky';
import { probabilityTable } from './to-document';

const UNIT = 1024;
const RIDGE = 1;
const ITERATIONS = 30;
const HALVINGS_MAX = 20;

export type PropensityRows = {
  /** Uncapped sums of points by row; `fit` is null where the product has no fit model. */
  fit: Int32Array | null;
  intent: Float64Array;
  labels: Uint8Array;
};
type Scale = Pick<ModelDocument, 'anchors'>;

/**
 * Calibrated probability of a purchase from both scores, fitted on rows that tested the intent model: a logistic
 * regression on the two sums of points, its weights in whole 1/1024 so that the engine gives the same number. With
 * `all`, rows of every cut-off, the rate is theirs: one cut-off alone stands for its season.
 */
export function fitPropensity(
  { fit, intent, labels }: PropensityRows,
  models: { fit: ModelDocument | null; intent: ModelDocument },
  all: PropensityRows | null = null,
): Pick<PropensityDocument, 'weights' | 'probability'> {
  const scale = (model: Scale) => model.anchors.deciPerLogit;
  const columns = [intent.map((sum) => sum / scale(models.intent))];
  if (fit && models.fit) columns.push(Float64Array.from(fit, (sum) => sum / scale(models.fit!)));
  const { intercept, slopes } = logistic(columns, labels);
  // A score that speaks against itself is noise: it is left out.
  const perPoint = slopes.map(
    (slope, at) => Math.max(0, slope) / scale(at === 0 ? models.intent : models.fit!),
  );
  const steepest = Math.max(...perPoint);
  const [intentWeight, fitWeight = 0] = perPoint.map((each) =>
    steepest > 0 ? Math.round((UNIT * each) / steepest) : 0,
  );
  const said = (row: number, of: PropensityRows) =>
    (steepest * (intentWeight! * of.intent[row]! + fitWeight * (of.fit?.[row] ?? 0))) / UNIT;
  const base = all ? interceptFor(all, said) : intercept;
  const ends = (model: ModelDocument | null, weight: number) =>
    model ? [weight * lowest(model), weight * highest(model)] : [0, 0];
  const [intentEnds, fitEnds] = [ends(models.intent, intentWeight!), ends(models.fit, fitWeight)];
  return {
    weights: { fit: fitWeight, intent: intentWeight! },
    probability: probabilityTable(
      intentEnds[0]! + fitEnds[0]!,
      intentEnds[1]! + fitEnds[1]!,
      (sum) => base + (steepest * sum) / UNIT,
    ),
  };
}

/** The calibrated probability in millionths of both uncapped sums. */
export function propensityOf(
  { weights, probability }: Pick<PropensityDocument, 'weights' | 'probability'>,
  { fit, intent }: { fit: number; intent: number },
): number {
  const { from, step, millionths } = probability;
  const index = Math.floor((weights.fit * fit + weights.intent * intent - from) / step);
  return millionths[Math.min(millionths.length - 1, Math.max(0, index))]!;
}

/** The intercept with which as many purchases are expected as there were. */
function interceptFor(rows: PropensityRows, said: (row: number, of: PropensityRows) => number): number {
  const logits = Float64Array.from(rows.labels, (_, row) => said(row, rows));
  const positives = rows.labels.reduce((sum, label) => sum + label, 0);
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

function lowest({ probability }: ModelDocument): number {
  return probability.from;
}

function highest({ probability: { from, step, millionths } }: ModelDocument): number {
  return from + step * millionths.length;
}

/** Newton's method on centred columns, from the base rate up; the first slope is drawn to 1, others to 0. */
function logistic(columns: Float64Array[], labels: Uint8Array): { intercept: number; slopes: number[] } {
  const size = columns.length + 1;
  const means = columns.map((column) => column.reduce((sum, each) => sum + each, 0) / labels.length);
  const x = [
    new Float64Array(labels.length).fill(1),
    ...columns.map((column, j) => column.map((each) => each - means[j]!)),
  ];
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const beta = new Float64Array(size);
  beta[0] = Math.log((positives + 0.5) / (labels.length - positives + 0.5));
  const objective = (values: Float64Array) => {
    let sum =
      (RIDGE / 2) *
      values.reduce((all, value, j) => (j === 0 ? 0 : all + (value - (j === 1 ? 1 : 0)) ** 2), 0);
    for (let row = 0; row < labels.length; row++) {
      const logit = x.reduce((all, column, j) => all + values[j]! * column[row]!, 0);
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
    for (let row = 0; row < labels.length; row++) {
      const logit = x.reduce((sum, column, j) => sum + beta[j]! * column[row]!, 0);
      const p = 1 / (1 + Math.exp(-logit));
      for (let j = 0; j < size; j++) {
        gradient[j]! += (p - labels[row]!) * x[j]![row]!;
        for (let k = 0; k <= j; k++) hessian[j * size + k]! += p * (1 - p) * x[j]![row]! * x[k]![row]!;
      }
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
