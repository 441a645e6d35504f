import type { AdditiveModel } from './additive';
import { sigmoid } from './loss';

export type Line = { slope: number; shift: number };

const RIDGE = 20;

/** Logistic calibration of log-odds, its slope drawn towards 1. */
export function fitPlatt(logits: ArrayLike<number>, labels: ArrayLike<number>): Line {
  let slope = 1;
  let shift = 0;
  for (let iteration = 0; iteration < 30; iteration++) {
    let [gSlope, gShift, hSlope, hBoth, hShift] = [RIDGE * (slope - 1), 0, RIDGE, 0, 1e-9];
    for (let i = 0; i < logits.length; i++) {
      const p = sigmoid(slope * logits[i]! + shift);
      const residual = p - labels[i]!;
      const weight = p * (1 - p);
      gSlope += residual * logits[i]!;
      gShift += residual;
      hSlope += weight * logits[i]! * logits[i]!;
      hBoth += weight * logits[i]!;
      hShift += weight;
    }
    const determinant = hSlope * hShift - hBoth * hBoth;
    const bySlope = (gSlope * hShift - gShift * hBoth) / determinant;
    const byShift = (gShift * hSlope - gSlope * hBoth) / determinant;
    slope -= bySlope;
    shift -= byShift;
    if (Math.abs(bySlope) + Math.abs(byShift) < 1e-10) break;
  }
  return Number.isFinite(slope) && slope > 0 && Number.isFinite(shift)
    ? { slope, shift }
    : { slope: 1, shift: 0 };
}

/** The line folded into every table: the model stays a sum of its terms. */
export function calibrated(model: AdditiveModel, { slope, shift }: Line): AdditiveModel {
  return {
    ...model,
    intercept: model.intercept * slope + shift,
    terms: model.terms.map(({ features, table }) => ({ features, table: table.map((each) => each * slope) })),
  };
}
