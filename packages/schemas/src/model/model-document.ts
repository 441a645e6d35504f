import { z } from 'zod';
import { LevelCuts } from '../level';
import { Period } from '../period';

export const ModelKind = z.enum(['fit', 'intent']);
export type ModelKind = z.infer<typeof ModelKind>;

/** Bin 0 is missing or unseen. Number: bin i+1 holds values from edges[i-1] up to below edges[i]. Category: level i is bin i+1. */
export const Bins = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), edges: z.array(z.int()) }),
  z.strictObject({ kind: z.literal('category'), levels: z.array(z.string()) }),
]);
export type Bins = z.infer<typeof Bins>;

/** Points of one feature (or later of a pair), by bin, in deci-points. */
export const Term = z.strictObject({
  features: z.array(z.int().nonnegative()).min(1),
  points: z.array(z.int()),
});
export type Term = z.infer<typeof Term>;

/** Calibrated probability, in millionths, of the points at `from`, `from + step`, ...; outside it the end holds. */
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
  format: z.literal(1),
  id: z.string(),
  product: z.string(),
  kind: ModelKind,
  method: z.enum(['logistic', 'constant']),
  period: Period,
  seed: z.int(),
  features: z.array(z.strictObject({ fact: z.string(), bins: Bins })),
  terms: z.array(Term),
  base: z.int(),
  anchors: z.strictObject({ p35: z.number(), p90: z.number(), deciPerLogit: z.number() }),
  levelCuts: LevelCuts,
  probability: ProbabilityTable,
});
export type ModelDocument = z.infer<typeof ModelDocument>;

/** What is said about a model beside it. Null = could not be measured. */
export const ModelCard = z.strictObject({
  trainingRows: z.int(),
  trainingPositives: z.int(),
  trainingCutOffs: z.array(z.string()),
  validationCutOff: z.string().nullable(),
  penalty: z.number(),
  auc: z.number().nullable(),
  logLoss: z.number().nullable(),
  highLevelLift: z.number().nullable(),
  published: z.boolean(),
  reason: z.string(),
});
export type ModelCard = z.infer<typeof ModelCard>;
