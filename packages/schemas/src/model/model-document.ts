import { z } from 'zod';
import { LevelCuts } from '../level';
import { Period } from '../period';
import { FactBins } from './bins';

/**
 * fit: look-alike to the best customers; intent: purchase within the horizon, from what an account does; propensity: the
 * same purchase from the facts of both; renewal: an agreement is renewed.
 */
export const ModelKind = z.enum(['fit', 'intent', 'propensity', 'renewal']);
export type ModelKind = z.infer<typeof ModelKind>;

/**
 * Points of one feature by fine bin, or of several by their coarse bins (row-major over
 * `coarseCount`, the last feature fastest), in deci-points.
 */
export const Term = z.strictObject({
  features: z.array(z.int().nonnegative()).min(1).max(3),
  points: z.array(z.int().min(-32_000).max(32_000)),
});
export type Term = z.infer<typeof Term>;

/** A value by the sum of points at `from`, `from + step`, ...; outside it the end holds. */
export const ProbabilityTable = z.strictObject({
  from: z.int(),
  step: z.int().positive(),
  millionths: z.array(z.int().min(0).max(1_000_000)).min(1),
});
export type ProbabilityTable = z.infer<typeof ProbabilityTable>;

/**
 * An additive model as data. Score = clamp(base + sum of the terms' points, 0, 1000) in deci-points;
 * the anchors say which log-odds stand for 75 (90th percentile) and 30 (35th) at training.
 */
export const ModelDocument = z.strictObject({
  format: z.literal(2),
  id: z.string(),
  product: z.string(),
  kind: ModelKind,
  method: z.enum(['logistic', 'mains', 'pairs', 'triples']),
  period: Period,
  seed: z.int(),
  /** Id of the binning whose stored bytes this model reads. */
  binning: z.string(),
  features: z.array(FactBins),
  terms: z.array(Term),
  base: z.int(),
  anchors: z.strictObject({ p35: z.number(), p90: z.number(), deciPerLogit: z.number() }),
  levelCuts: LevelCuts,
  probability: ProbabilityTable,
});
export type ModelDocument = z.infer<typeof ModelDocument>;

/**
 * Calibrated probability of a purchase within the horizon from both scores: of
 * `fit points * weights.fit + intent points * weights.intent`, the uncapped sums in deci-points, weights in 1/1024.
 */
export const CombinedPropensity = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  product: z.string(),
  period: Period,
  fit: z.string().nullable(),
  intent: z.string(),
  weights: z.strictObject({ fit: z.int(), intent: z.int() }),
  probability: ProbabilityTable,
});
export type CombinedPropensity = z.infer<typeof CombinedPropensity>;

/** What says the probability of a purchase: a model of its own (format 2), or both scores together (format 1). */
export const PropensityDocument = z.discriminatedUnion('format', [CombinedPropensity, ModelDocument]);
export type PropensityDocument = z.infer<typeof PropensityDocument>;

/** The model of its own; null where both scores say the probability together, or nothing does. */
export function ownPropensity(document: PropensityDocument | null): ModelDocument | null {
  return document?.format === 2 ? document : null;
}

/** Both scores together; null where a model of its own says the probability, or nothing does. */
export function combinedPropensity(document: PropensityDocument | null): CombinedPropensity | null {
  return document?.format === 1 ? document : null;
}

/**
 * What a buyer spends in twelve months, as an interval: base + terms is the middle in thousandths of the natural
 * logarithm of cents; `low` and `high` are added to it for the ends of the interval.
 */
export const RevenueDocument = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  product: z.string(),
  period: Period,
  binning: z.string(),
  features: z.array(FactBins),
  terms: z.array(Term),
  base: z.int(),
  low: z.int(),
  high: z.int(),
  /** Share of later buyers that the interval was made to hold, and that it held; null = too few to tell. */
  coverage: z.strictObject({ target: z.number(), measured: z.number().nullable(), buyers: z.int() }),
  /** Cents by thousandths of the logarithm. */
  cents: z.strictObject({ from: z.int(), step: z.int().positive(), cents: z.array(z.int()).min(1) }),
});
export type RevenueDocument = z.infer<typeof RevenueDocument>;
