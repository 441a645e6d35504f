/** What a cycle makes, by release candidate: every step replaces its own partition. */
export const MONTH_TABLES = [
  `CREATE TABLE IF NOT EXISTS features (
    release_id String, as_of Date, account_id String, observed UInt8
  ) ENGINE = MergeTree PARTITION BY (release_id, as_of) ORDER BY account_id`,
  `CREATE TABLE IF NOT EXISTS scores (
    release_id String, product LowCardinality(String), account_id String,
    fit_points Array(Int16), intent_points Array(Int16),
    fit Nullable(UInt16), intent Nullable(UInt16),
    fit_level LowCardinality(Nullable(String)), intent_level LowCardinality(Nullable(String)),
    code LowCardinality(Nullable(String)), cluster LowCardinality(Nullable(String)),
    probability Nullable(UInt32), revenue_band LowCardinality(String)
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY (account_id, product)`,
  `CREATE TABLE IF NOT EXISTS cohort_members (
    release_id String, cohort_id LowCardinality(String), account_id String, entered UInt8
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY (cohort_id, account_id)`,
];
