import { type FactBins, type ModelDocument, SCORE_MAX } from '@ascent/schemas';
import { binOf } from '../bin/bin-of';

export type FactValues = Record<string, number | string | null>;

/** All in deci-points: score = base + sum of points + cap, exactly. */
export type Explained = { base: number; points: number[]; cap: number; score: number };

/** Scores one account; the compiled SQL gives the same integers. */
export function scoreAccount(model: ModelDocument, facts: FactValues): Explained {
  return scoreBins(model, binsOf(model, facts));
}

/** The fine bin of every feature of the model; what is absent is missing. */
export function binsOf(model: Pick<ModelDocument, 'features'>, facts: FactValues): number[] {
  return model.features.map((feature) => binOf(feature.bins, facts[feature.fact] ?? null));
}

/** The same from stored bins, in the order of the model's features. */
export function scoreBins(model: ModelDocument, bins: number[]): Explained {
  return fromPoints(
    model,
    model.terms.map((term) => term.points[cellOf(model, term.features, bins)] ?? 0),
  );
}

/** The same from points by term. */
export function fromPoints(model: ModelDocument, points: number[]): Explained {
  const sum = points.reduce((total, each) => total + each, model.base);
  const score = Math.min(SCORE_MAX, Math.max(0, sum));
  return { base: model.base, points, cap: score - sum, score };
}

/** Calibrated probability in millionths of an uncapped sum of points. */
export function probabilityOf({ probability }: Pick<ModelDocument, 'probability'>, sum: number): number {
  const { from, step, millionths } = probability;
  const index = Math.floor((sum - from) / step);
  return millionths[Math.min(millionths.length - 1, Math.max(0, index))]!;
}

/** Where a term looks: the fine bin of one feature; row-major over the coarse bins of several. */
export function cellOf(model: Pick<ModelDocument, 'features'>, features: number[], bins: number[]): number {
  const [only] = features;
  if (features.length === 1) return bins[only!]!;
  return features.reduce((at, f) => {
    const feature = model.features[f]!;
    return at * coarseCount(feature) + feature.coarse[bins[f]!]!;
  }, 0);
}

export function coarseCount({ coarse }: Pick<FactBins, 'coarse'>): number {
  return coarse.reduce((most, bin) => Math.max(most, bin), 0) + 1;
}
