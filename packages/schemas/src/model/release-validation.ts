import { z } from 'zod';
import { ModelMetrics } from './model-card';

const Bought = z.strictObject({ name: z.string(), accounts: z.int(), bought: z.int() });

/** How what an earlier release said came out: shares that bought, by cluster and by code, within so many days. */
export const OutcomeWindow = z.strictObject({
  days: z.int(),
  /** The release judged, and the day from which purchases count. */
  release: z.string(),
  asOf: z.string(),
  clusters: z.array(Bought),
  codes: z.array(Bought),
});
export type OutcomeWindow = z.infer<typeof OutcomeWindow>;

export const ProductValidation = z.strictObject({
  product: z.string(),
  /** One for each of 30, 90 and 180 days whose end lies before the last loaded sale. */
  windows: z.array(OutcomeWindow),
  /** Opportunities created after that release and closed since, by the cluster their account was in. */
  wins: z.array(z.strictObject({ cluster: z.string(), won: z.int(), lost: z.int() })),
  propensity: ModelMetrics.nullable(),
  calibration: z.array(z.strictObject({ probability: z.number(), rate: z.number(), rows: z.int() })),
  deciles: z.array(z.number()),
  /** Buyers whose spend lay inside the interval that was said. */
  revenue: z.strictObject({ buyers: z.int(), inside: z.int(), target: z.number() }).nullable(),
});
export type ProductValidation = z.infer<typeof ProductValidation>;

export const FeatureDrift = z.strictObject({
  fact: z.string(),
  /** Population stability index over coarse bins against the release before, and what chance alone would give. */
  psi: z.number(),
  noise: z.number(),
  missingBefore: z.number(),
  missingNow: z.number(),
  alarm: z.boolean(),
});
export type FeatureDrift = z.infer<typeof FeatureDrift>;

/** What a column tells has changed: how far its term misses on newer outcomes, in standard errors over all products. */
export const ConceptDrift = z.strictObject({
  fact: z.string(),
  products: z.array(z.string()),
  z: z.number(),
  cutOff: z.string(),
  alarm: z.boolean(),
});
export type ConceptDrift = z.infer<typeof ConceptDrift>;

/** What a release says about itself; failures are published too. */
export const ReleaseValidation = z.strictObject({
  format: z.literal(1),
  products: z.array(ProductValidation),
  coverage: z.array(
    z.strictObject({
      by: z.enum(['size', 'industry', 'country']),
      value: z.string(),
      accounts: z.int(),
      observed: z.int(),
    }),
  ),
  features: z.array(FeatureDrift),
  scores: z.array(
    z.strictObject({ product: z.string(), kind: z.string(), psi: z.number(), alarm: z.boolean() }),
  ),
  concepts: z.array(ConceptDrift),
  /** Share of accounts whose stored bins are those of the release before; null without one of the same binning. */
  unchangedBinRows: z.number().nullable(),
});
export type ReleaseValidation = z.infer<typeof ReleaseValidation>;
