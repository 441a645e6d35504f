import { CLUSTERS, LEVELS, SEGMENT_CODES } from '@ascent/schemas';
import type { ColumnSpec } from './release-tables';

/** What scoring reads and writes: a byte a fact and account, and all products' scores in one row an account. */
export const SCORING_TABLES = [
  // The fine bin of every fact, in columns `b_<fact>` that a catalogue adds.
  `CREATE TABLE IF NOT EXISTS feature_bins (
    release_id String, as_of Date, account_id String, observed UInt8
  ) ENGINE = MergeTree PARTITION BY (release_id, as_of) ORDER BY account_id`,
  // Columns of every product, `scoreColumn`, are added as catalogues need them. Read through `scoresOf`. Written once and
  // read a few times: merging parts of a million rows would cost as much as scoring them, and sixty files a part a fifth.
  `CREATE TABLE IF NOT EXISTS account_scores (
    release_id String, account_id String
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY account_id 
  SETTINGS max_bytes_to_merge_at_max_space_in_pool = 67108864, min_bytes_for_wide_part = 10737418240`,
  // A release that holds only what differs from another one says here from which.
  `CREATE TABLE IF NOT EXISTS score_bases (
    release_id String, base_id String
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY release_id`,
  // The chance, in millionths, that an agreement is renewed.
  `CREATE TABLE IF NOT EXISTS agreement_scores (
    release_id String, agreement_id String, account_id String, probability UInt32
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY (account_id, agreement_id)`,
  'ALTER TABLE release_agreements ADD COLUMN IF NOT EXISTS RenewalPropensity Nullable(UInt32)',
  // One row a product and account: no longer written, and what it held was scored by models that cannot be read.
  'DROP TABLE IF EXISTS scores SYNC',
];

/** Like scores, facts may be only those that differ from another release's. Read through `featuresOf`. */
export const FEATURE_BASES = [
  `CREATE TABLE IF NOT EXISTS feature_bases (
    release_id String, base_id String
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY release_id`,
];

const level = enumOf(LEVELS);

/**
 * Scores in deci-points, probability in millionths, revenue in cents. Null where nothing is said: out of scope, without
 * a model, intent of an account about which nothing was collected. `drivers`: the three strongest that pull up, as
 * numbers of `driverCode`; 0 = none.
 */
const FIELD_TYPES = {
  fit: 'Nullable(UInt16)',
  intent: 'Nullable(UInt16)',
  fit_level: level,
  intent_level: level,
  code: enumOf(SEGMENT_CODES),
  cluster: enumOf(CLUSTERS),
  probability: 'Nullable(UInt32)',
  revenue_low: 'Nullable(Int64)',
  revenue_high: 'Nullable(Int64)',
  revenue_band: 'LowCardinality(String)',
  drivers: 'Tuple(UInt32, UInt32, UInt32)',
} as const;
export type ScoreColumn = keyof typeof FIELD_TYPES;

/** Where a product's value stands in `account_scores`. */
export function scoreColumn(product: string, field: ScoreColumn): string {
  return `${product}_${field}`;
}

export function scoreColumns(products: readonly string[]): ColumnSpec[] {
  return products.flatMap((product) =>
    Object.entries(FIELD_TYPES).map(([field, type]) => ({
      name: scoreColumn(product, field as ScoreColumn),
      type,
    })),
  );
}

/** All scores of a release as one table: its own rows, and of the release it rests on those that it does not hold itself. */
export function scoresOf(releaseId: string): string {
  return restingOn({ table: 'account_scores', bases: 'score_bases', releaseId });
}

export type FeatureTable = 'features' | 'feature_bins';

/** The same of all facts as of a day, or of their bytes. `release`: whose partitions hold them. */
export function featuresOf(
  table: FeatureTable,
  { release, asOf }: { release: string; asOf: string },
): string {
  const where = ` AND as_of = toDate(${text(asOf)})`;
  return restingOn({ table, bases: 'feature_bases', releaseId: release, where });
}

type Resting = { table: string; bases: string; releaseId: string; where?: string };

function restingOn({ table, bases, releaseId, where = '' }: Resting): string {
  const release = text(releaseId);
  const base = `(SELECT base_id FROM ${bases} WHERE release_id = ${release})`;
  const own = `SELECT account_id FROM ${table} WHERE release_id = ${release}${where} AND (SELECT count() FROM ${bases} WHERE release_id = ${release}) > 0`;
  return `(SELECT * FROM ${table} WHERE release_id = ${release}${where}
    UNION ALL SELECT * REPLACE (${release} AS release_id) FROM (
      SELECT * FROM ${table} WHERE release_id IN ${base}${where} AND account_id NOT IN (${own})))`;
}

function text(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function enumOf(words: readonly string[]): string {
  return `Nullable(Enum8(${words.map((word, at) => `'${word}' = ${at + 1}`).join(', ')}))`;
}
