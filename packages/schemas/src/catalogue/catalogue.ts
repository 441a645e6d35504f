import { z } from 'zod';
import { ReportName } from '../dictionary/column';
import { LevelCuts } from '../level';
import { IsoDate } from '../period';
import { Matrix } from '../segment';
import { Words } from '../text';
import { Fact } from './fact';

export const SolutionArea = z.strictObject({ id: z.string(), words: Words });
export type SolutionArea = z.infer<typeof SolutionArea>;

export const Sku = z.strictObject({
  id: z.string(),
  words: Words,
  kind: z.enum(['cloud', 'on-premises', 'device']),
  /** Product division, as agreements name it. */
  division: z.string(),
  /** Rank of a suite on its upgrade ladder. */
  rank: z.int().positive().optional(),
});
export type Sku = z.infer<typeof Sku>;

/** By fact: the score may only rise (1) or fall (-1) with it, all else equal. */
const Monotone = z.record(z.string(), z.union([z.literal(1), z.literal(-1)]));

/** A product with its pair of models. `scope` is a rule over facts; out of scope = no score. */
export const Product = z.strictObject({
  id: z.string(),
  area: z.string(),
  words: Words,
  scope: z.string().optional(),
  /** Buying any of these is the purchase that the models predict. */
  skus: z.array(z.string()).min(1),
  topics: z.array(z.string()),
  levelCuts: LevelCuts,
  /** Best customers: bought within `labelDays` after the facts' day, and spent at least the buyers' median. */
  fit: z.strictObject({
    facts: z.array(z.string()).min(1),
    labelDays: z.int().positive(),
    monotone: Monotone.optional(),
  }),
  intent: z.strictObject({
    facts: z.array(z.string()).min(1),
    /** Lists of facts of which the one that foretells best is taken: the same signal with different half-lives. */
    alternatives: z.array(z.array(z.string()).min(2)).optional(),
    monotone: Monotone.optional(),
  }),
});
export type Product = z.infer<typeof Product>;

/** A solution play: membership is a rule over facts and clusters (`M365Cluster`). */
export const Cohort = z.strictObject({
  id: z.string(),
  header: z.string(),
  reports: z.array(ReportName).min(1),
  product: z.string(),
  category: Words,
  play: Words,
  words: Words,
  rule: z.string(),
});
export type Cohort = z.infer<typeof Cohort>;

/** A Yes/No column of the reports, as a rule. */
export const Flag = z.strictObject({ header: z.string(), rule: z.string() });
export type Flag = z.infer<typeof Flag>;

export const Offer = z.strictObject({ name: z.string(), rule: z.string() });
export const Workload = z.strictObject({ name: z.string(), fact: z.string() });

/** The last band has no upper end. */
export const RevenueBand = z.strictObject({ label: z.string(), belowCents: z.int().positive().nullable() });
export type RevenueBand = z.infer<typeof RevenueBand>;

export const Catalogue = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  words: Words,
  cutOffDay: z.int().min(1).max(28),
  horizonDays: z.int().positive(),
  /** How many of the latest cut-offs whose horizon has ended give intent its training rows, or these days exactly. */
  trainingCutOffs: z.union([z.int().positive(), z.array(IsoDate).min(1)]),
  sizeClass: z.strictObject({
    mediumEmployees: z.int(),
    upperMediumEmployees: z.int(),
    upperMediumConsumptionCents: z.int(),
  }),
  solutionAreas: z.array(SolutionArea).min(1),
  skus: z.array(Sku),
  /** Technologies by group; facts name the technologies themselves. */
  technologies: z.record(z.string(), z.array(z.string())),
  topics: z.array(z.strictObject({ id: z.string(), words: Words })),
  facts: z.array(Fact).min(1),
  products: z.array(Product).min(1),
  matrices: z.array(Matrix).min(1),
  matrix: z.string(),
  revenueBands: z.array(RevenueBand).min(1),
  cohorts: z.array(Cohort),
  flags: z.array(Flag),
  offers: z.array(Offer),
  workloads: z.array(Workload),
});
export type Catalogue = z.infer<typeof Catalogue>;

export function catalogueMatrix(catalogue: Catalogue): Matrix {
  const matrix = catalogue.matrices.find((each) => each.id === catalogue.matrix);
  if (!matrix) throw new Error(`catalogue ${catalogue.id}: no matrix named ${catalogue.matrix}`);
  return matrix;
}
