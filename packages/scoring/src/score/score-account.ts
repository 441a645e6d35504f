import { type ModelDocument, SCORE_MAX } from '@ascent/schemas';
import { binCount, binOf } from '../bin/bin-of';

export type FactValues = Record<string, number | string | null>;

/** All in deci-points: score = base + sum of points + cap, exactly. */
export type Explained = { base: number; points: number[]; cap: number; score: number };

/** Scores one account; the compiled SQL gives the same integers. */
export function scoreAccount(model: ModelDocument, facts: FactValues): Explained {
  const bins = model.features.map((feature) => binOf(feature.bins, facts[feature.fact] ?? null));
  return fromPoints(
    model,
    model.terms.map((term) => term.points[cell(model, term.features, bins)] ?? 0),
  );
}

/** The same from stored points, as a release keeps them. */
export function fromPoints(model: ModelDocument, points: number[]): Explained {
  const sum = points.reduce((total, each) => total + each, model.base);
  const score = Math.min(SCORE_MAX, Math.max(0, sum));
  return { base: model.base, points, cap: score - sum, score };
}

/** Calibrated probability in millionths of an uncapped sum of points. */
export function probabilityOf(model: ModelDocument, sum: number): number {
  const { from, step, millionths } = model.probability;
  const index = Math.floor((sum - from) / step);
  return millionths[Math.min(millionths.length - 1, Math.max(0, index))]!;
}

/** Row-major over the term's features. */
function cell(model: ModelDocument, features: number[], bins: number[]): number {
  return features.reduce((at, feature) => at * binCount(model.features[feature]!.bins) + bins[feature]!, 0);
}
