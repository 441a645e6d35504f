import type { Matrix } from '@ascent/schemas';
import type { Kind } from './scoring-plan';

/** What is said of an account and product; columns of the scores table end in these. */
export const SCORE_FIELDS = [
  'fit',
  'intent',
  'fit_level',
  'intent_level',
  'code',
  'cluster',
  'probability',
  'revenue_low',
  'revenue_high',
  'revenue_band',
  'drivers',
] as const;
export type ScoreField = (typeof SCORE_FIELDS)[number];
export type ScoreValue = { product: string; field: ScoreField; sql: string };

/** Where the compiled statement finds what it reads. */
export type PackedSource = {
  /** A SELECT of these columns: `account_id`, `observed`, and those that the others name. */
  rows: { sql: string; columns: readonly string[] };
  /** The column of a fact's fine bin, as a kind of model looks at it. */
  bin: (kind: Kind, fact: string) => string;
  /** The column that is 1 where the account is in the product's scope. */
  scope: (product: string) => string;
  dictionary: string;
  matrix: Matrix;
  /** Labels of the revenue bands, in order. */
  bands: readonly string[];
};
