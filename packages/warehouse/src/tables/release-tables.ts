/**
 * What partners see, by release, partner and account. Columns of a catalogue are added when it is first used. Every
 * read of the rows tests the partner, which a word of a dictionary makes cheap.
 */
export const RELEASE_TABLES = [
  `CREATE TABLE IF NOT EXISTS release_rows (
    release_id String, partner_id LowCardinality(String), account_id String, location_ids Array(String),
    GlobalID String, PartnerName String, CustomerID String, DUNSNumber String, AccountName String, Domain String,
    OrgSize Nullable(UInt32), Industry LowCardinality(String), Vertical LowCardinality(String), Area LowCardinality(String),
    Subsidiary LowCardinality(String), SalesTerritory LowCardinality(String), City String, State LowCardinality(String),
    PostalCode String, Country LowCardinality(String), Segment LowCardinality(String), SubSegment LowCardinality(String),
    SMCTypeSummary LowCardinality(String), IsNonprofit LowCardinality(String),
    Offers String, NumberofExistingWorkloads UInt16, ExistingWorkloads String,
    NumberofRecommendedWorkloads UInt16, RecommendedWorkloads String,
    FitAsOf Date, IntentAsOf Date
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY (partner_id, account_id)`,
  `CREATE TABLE IF NOT EXISTS release_agreements (
    release_id String, partner_id String, account_id String, location_ids Array(String),
    LicenseProgram LowCardinality(String), AgreementID String, AgreementEndDate Date,
    ExpirationType LowCardinality(String), ExpiringRevenue Int64, RevSumDivisionName LowCardinality(String)
  ) ENGINE = MergeTree PARTITION BY release_id ORDER BY (partner_id, account_id, AgreementID, RevSumDivisionName)`,
  `CREATE TABLE IF NOT EXISTS audience_members (
    partner_id String, audience_id String, account_id String, location_ids Array(String),
    AccountName String, Domain String, Country LowCardinality(String), Cluster LowCardinality(String), Code LowCardinality(String)
  ) ENGINE = MergeTree ORDER BY (partner_id, audience_id, account_id)`,
  `CREATE TABLE IF NOT EXISTS rejected_rows (
    load_seq UInt32, feed LowCardinality(String), file String, line UInt64, column String, reason String, value String
  ) ENGINE = MergeTree PARTITION BY load_seq ORDER BY (line, column)`,
];

/** Lower case without accents; texts of plain letters are spared the slow way. */
const SEARCH_TEXT =
  "if(isValidASCII(concat(AccountName, Domain)), lower(concat(AccountName, ' ', Domain)), replaceRegexpAll(normalizeUTF8NFD(lowerUTF8(concat(AccountName, ' ', Domain))), '\\\\p{Mn}+', ''))";

/** What a grid searches and filters by beside the reports' own columns. */
export const GRID_COLUMNS = [
  `ALTER TABLE release_rows ADD COLUMN IF NOT EXISTS SearchText String MATERIALIZED ${SEARCH_TEXT}`,
  'ALTER TABLE release_rows ADD COLUMN IF NOT EXISTS SignalTopics Array(LowCardinality(String))',
  'ALTER TABLE release_rows ADD COLUMN IF NOT EXISTS LastSignalOn Nullable(Date)',
];

export type ColumnSpec = { name: string; type: string };

/** Statements that add the columns a catalogue needs; safe to run again. */
export function addColumns(table: string, columns: ColumnSpec[]): string[] {
  if (columns.length === 0) return [];
  return [
    `ALTER TABLE ${table} ${columns.map(({ name, type }) => `ADD COLUMN IF NOT EXISTS ${quoted(name)} ${type}`).join(', ')}`,
  ];
}

export function quoted(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,120}$/.test(name)) throw new Error(`not a column name: ${name}`);
  return `\`${name}\``;
}
