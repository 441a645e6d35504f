import { z } from 'zod';
import type { Warehouse } from '../client';
import { quoted } from './release-tables';
import type { FeatureTable } from './scoring-tables';

/**
 * What a page on one account reads, as one text: a lookup of two hundred columns costs the engine forty milliseconds
 * however short they are, a lookup of one costs three.
 */
export const SHEETS = [
  `CREATE TABLE IF NOT EXISTS feature_sheets (
    release_id String, as_of Date, account_id String, kind LowCardinality(String), sheet String CODEC(ZSTD(1))
  ) ENGINE = MergeTree PARTITION BY (release_id, as_of) ORDER BY (account_id, kind) SETTINGS index_granularity = 256`,
  // A partner's row has its own: who sees the row sees its scores.
  `ALTER TABLE release_rows ADD COLUMN IF NOT EXISTS Sheet String CODEC(ZSTD(1))`,
];

/** What a release says of a product about an account, in the order of the sheet. */
const PARTS = [
  ...['Cluster', 'Code', 'WasCode', 'FitScore', 'IntentScore'],
  ...['Fit', 'Intent', 'Propensity', 'RevenuePotential'],
] as const;
const NUMBERS: ReadonlySet<string> = new Set(['FitScore', 'IntentScore', 'Propensity']);

/** The columns of `release_rows` that a sheet holds. */
export function sheetColumns(products: readonly { id: string }[]): string[] {
  return products.flatMap(({ id }) => PARTS.map((part) => `${id}${part}`));
}

/** Who and where an account is: stored under these names in every release, the same in every report. */
export const PROFILE_COLUMNS = [
  'CustomerID',
  'DUNSNumber',
  'AccountName',
  'Domain',
  'OrgSize',
  'Industry',
  'Vertical',
  'Area',
  'Subsidiary',
  'SalesTerritory',
  'City',
  'State',
  'PostalCode',
  'Country',
  'Segment',
  'SubSegment',
  'SMCTypeSummary',
  'IsNonprofit',
] as const;

/** What the sheet of a partner's row is written of: an earlier version left out the profile. */
export function rowSheetColumns(products: readonly { id: string }[]): string[] {
  return [...sheetColumns(products), ...PROFILE_COLUMNS];
}

/** A sheet of values that stand for themselves, as SQL. `names`: of columns, qualified or not. */
export function sheetSql(names: readonly string[]): string {
  return `formatRowNoNewline('JSONCompactEachRow', ${names.join(', ')})`;
}

const Cells = z.array(z.union([z.string(), z.number(), z.null()]));

/**
 * The values of a sheet by column, with the profile where it has one. A product that was not there yet has no score.
 */
export function readSheet(
  sheet: string,
  held: readonly { id: string }[],
  asked: readonly { id: string }[],
): Record<string, string | number | null> {
  const cells = Cells.parse(JSON.parse(sheet));
  const [columns, whole] = [sheetColumns(held), rowSheetColumns(held)];
  if (cells.length !== columns.length && cells.length !== whole.length)
    throw new Error(`a sheet of ${cells.length} cells was read as one of ${columns.length}`);
  const values = Object.fromEntries(columns.map((name, at) => [name, cells[at]!]));
  const profile = whole
    .slice(columns.length, cells.length)
    .map((name, at) => [name, cells[columns.length + at]!]);
  const none = (part: string) => (NUMBERS.has(part) ? null : '');
  const scores = asked.flatMap(({ id }) =>
    PARTS.map((part) => [`${id}${part}`, values[`${id}${part}`] ?? none(part)]),
  );
  return Object.fromEntries([...scores, ...profile]);
}

type Day = { release: string; asOf: string };

/** Writes the sheets of a day's facts or of their bytes, of the rows that the release itself holds. */
export async function writeFeatureSheets(
  warehouse: Warehouse,
  kind: FeatureTable,
  columns: readonly string[],
  { release, asOf }: Day,
): Promise<void> {
  const list = ['observed', ...columns].map(quoted).join(', ');
  await warehouse.command({
    sql: `INSERT INTO feature_sheets SELECT release_id, as_of, account_id, {kind:String}, formatRowNoNewline('JSONEachRow', ${list})
      FROM ${kind} WHERE release_id = {release:String} AND as_of = {day:Date}`,
    params: { kind, release, day: asOf },
  });
}

export async function dropFeatureSheets(warehouse: Warehouse, { release, asOf }: Day): Promise<void> {
  await warehouse.command({
    sql: `ALTER TABLE feature_sheets DROP PARTITION ('${release}', '${asOf}')`,
    idempotent: true,
  });
}

const SheetRow = z.object({
  release_id: z.string(),
  day: z.string(),
  kind: z.enum(['features', 'feature_bins']),
  sheet: z.string(),
});
const Values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type SheetDay = Record<string, string | number | null>;
/** `release`: whose partitions hold the rows. */
export type SheetsOf = { release: string; days: readonly string[] };
export type Sheets = Record<FeatureTable, Map<string, SheetDay>>;

/** What the sheets of one account say, by day, each release's own else of the one it rests on; one read for all of them. */
export async function accountSheets(
  warehouse: Warehouse,
  accountId: string,
  of: readonly SheetsOf[],
): Promise<Sheets[]> {
  const bases = await basesOf(warehouse, [...new Set(of.map(({ release }) => release))]);
  // Listed as values, so that the engine opens no other release's files.
  const releases = [...new Set(of.flatMap(({ release }) => [release, ...bases.get(release)!]))];
  const rows = await warehouse.query({
    sql: `SELECT release_id, toString(as_of) AS day, kind, sheet FROM feature_sheets
      WHERE release_id IN {releases:Array(String)} AND as_of IN {days:Array(Date)} AND account_id = {account:String}`,
    params: { releases, account: accountId, days: [...new Set(of.flatMap(({ days }) => days))] },
    schema: SheetRow,
  });
  return of.map(({ release, days }) => {
    const found: Sheets = { features: new Map(), feature_bins: new Map() };
    for (const from of [...bases.get(release)!, release])
      for (const { release_id, day, kind, sheet } of rows)
        if (release_id === from && days.includes(day)) found[kind].set(day, Values.parse(JSON.parse(sheet)));
    return found;
  });
}

/** A release that readers see never rests on another one than it did. */
const known = new WeakMap<Warehouse, Map<string, string[]>>();
const KNOWN_MAX = 500;

async function basesOf(warehouse: Warehouse, releases: readonly string[]): Promise<Map<string, string[]>> {
  const kept = known.get(warehouse) ?? new Map<string, string[]>();
  known.set(warehouse, kept);
  const missing = releases.filter((release) => !kept.has(release));
  if (missing.length > 0) {
    const rows = await warehouse.query({
      sql: 'SELECT release_id, base_id FROM feature_bases WHERE release_id IN {releases:Array(String)}',
      params: { releases: missing },
      schema: z.object({ release_id: z.string(), base_id: z.string() }),
    });
    if (kept.size > KNOWN_MAX) kept.clear();
    for (const release of missing)
      kept.set(
        release,
        rows.filter(({ release_id }) => release_id === release).map(({ base_id }) => base_id),
      );
  }
  return new Map(releases.map((release) => [release, kept.get(release) ?? []]));
}
