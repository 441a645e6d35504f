import type { AdditiveModel } from './additive';
import { type Labelled, sigmoid } from './loss';

export type Line = { slope: number; shift: number };

const RIDGE = 20;

/** Logistic calibration of the log-odds of some rows, its slope drawn towards 1; `error`: the slope's standard error. */
export function fitPlatt(
  logits: ArrayLike<number>,
  { labels, weights }: Labelled,
  rows: ArrayLike<number>,
  ridge = RIDGE,
): Line & { error: number } {
  let slope = 1;
  let error = Infinity;
  let shift = 0;
  for (let iteration = 0; iteration < 30; iteration++) {
    let [gSlope, gShift, hSlope, hBoth, hShift] = [ridge * (slope - 1), 0, ridge, 0, 1e-9];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const logit = logits[row]!;
      const counts = weights ? weights[row]! : 1;
      const p = sigmoid(slope * logit + shift);
      const residual = counts * (p - labels[row]!);
      const weight = counts * p * (1 - p);
      gSlope += residual * logit;
      gShift += residual;
      hSlope += weight * logit * logit;
      hBoth += weight * logit;
      hShift += weight;
    }
    const determinant = hSlope * hShift - hBoth * hBoth;
    const bySlope = (gSlope * hShift - gShift * hBoth) / determinant;
    const byShift = (gShift * hSlope - gSlope * hBoth) / determinant;
    slope -= bySlope;
    shift -= byShift;
    error = Math.sqrt(hShift / determinant);
    if (Math.abs(bySlope) + Math.abs(byShift) < 1e-10) break;
  }
  return Number.isFinite(slope) && Number.isFinite(shift)
    ? { slope, shift, error }
    : { slope: 1, shift: 0, error };
}

/** The line folded into every table: the model stays a sum of its terms. */
export function calibrated(model: AdditiveModel, { slope, shift }: Line): AdditiveModel {
  return {
    ...model,
    intercept: model.intercept * slope + shift,
    terms: model.terms.map(({ features, table }) => ({ features, table: table.map((each) => each * slope) })),
  };
}

/** The shift that makes log-odds, times a slope, expect as many positives as there are. */
export function fitShift(
  logits: ArrayLike<number>,
  { labels, weights }: Labelled,
  { rows, slope }: { rows: ArrayLike<number>; slope: number },
): number {
  let shift = 0;
  for (let iteration = 0; iteration < 50; iteration++) {
    let [residual, weight] = [0, 1e-9];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const counts = weights ? weights[row]! : 1;
      const p = sigmoid(slope * logits[row]! + shift);
      residual += counts * (labels[row]! - p);
      weight += counts * p * (1 - p);
    }
    const step = Math.max(-2, Math.min(2, residual / weight));
    shift += step;
    if (Math.abs(step) < 1e-10) break;
  }
  return shift;
}
