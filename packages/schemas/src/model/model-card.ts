import { z } from 'zod';

const Figure = z.number().nullable();

/** Figures on rows that training never saw; null where a class is absent. `lift10`: top tenth over all. */
export const ModelMetrics = z.strictObject({
  rows: z.int(),
  positives: z.int(),
  auc: Figure,
  prAuc: Figure,
  logLoss: Figure,
  brier: Figure,
  ece: Figure,
  lift10: Figure,
});
export type ModelMetrics = z.infer<typeof ModelMetrics>;

/** Something about a column that makes a model doubtful; a blocked column is left out of training. */
export const LeakageFinding = z.strictObject({
  column: z.string(),
  kind: z.enum(['single-feature', 'missingness', 'future-dated']),
  figure: z.number(),
  message: z.string(),
  blocked: z.boolean(),
});
export type LeakageFinding = z.infer<typeof LeakageFinding>;

/** What is said about a model beside it. Null = could not be measured. All metrics are on the later data. */
export const ModelCard = z.strictObject({
  format: z.literal(2),
  /** What the label is, e.g. purchase of these skus within the horizon. */
  definition: z.strictObject({
    label: z.enum(['best-customer', 'purchase', 'renewed']),
    days: z.int(),
    skus: z.array(z.string()),
    scope: z.string().nullable(),
  }),
  trainingRows: z.int(),
  trainingPositives: z.int(),
  trainingCutOffs: z.array(z.string()),
  validationCutOff: z.string().nullable(),
  method: z.string(),
  candidates: z.array(z.strictObject({ method: z.string(), outOfBagLoss: z.number() })),
  /** By what served: this model, the champion before it on the same rows, plain logistic terms, boosted trees that never serve. */
  metrics: z.strictObject({
    model: ModelMetrics,
    champion: ModelMetrics.nullable(),
    /** This model on the rows of the champion's figures: accounts that taught neither. */
    contender: ModelMetrics.nullable(),
    logistic: ModelMetrics.nullable(),
    yardstick: ModelMetrics.nullable(),
  }),
  championId: z.string().nullable(),
  /** Ten bins of equal count by probability: mean probability, rate seen, rows. */
  calibration: z.array(z.strictObject({ probability: z.number(), rate: z.number(), rows: z.int() })),
  /** Rate over base rate by tenth of the score, best first. */
  deciles: z.array(z.number()),
  highLevelLift: Figure,
  /** Mean absolute points of every term over the training accounts, strongest first; `facts` as in the document. */
  terms: z.array(z.strictObject({ facts: z.array(z.string()), importance: z.number() })),
  /** Of facts that are one signal with different half-lives: which was taken, and how each did on held-out accounts. */
  alternatives: z.array(
    z.strictObject({
      chosen: z.string(),
      tried: z.array(z.strictObject({ fact: z.string(), logLoss: z.number() })),
    }),
  ),
  leakage: z.array(LeakageFinding),
  /** By fact, how far the outcomes of the latest cut-off lean away from what earlier ones taught, in standard errors: above 0 it tells more now. */
  concepts: z.array(z.strictObject({ fact: z.string(), z: z.number() })),
  published: z.boolean(),
  /** Whether it serves: promoted over the champion, kept behind it, or the first of its kind. */
  decision: z.enum(['first', 'promoted', 'champion-kept', 'refused', 'pinned']),
  reason: z.string(),
});
export type ModelCard = z.infer<typeof ModelCard>;
