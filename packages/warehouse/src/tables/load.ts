import type { Readable } from 'node:stream';
import { FEEDS, type FeedName, feedRowSchema, type Mapping } from '@ascent/schemas';
import { z } from 'zod';
import type { Warehouse } from '../client';
import { createFeedTable, feedTable, latestRows } from './feed-tables';
import { fieldSql } from './field-check';
import { cellsSql, stagingColumn } from './load-mapping';

/** One load: a file's strings in a staging table, checked and typed into one partition of the feed's table. */
export type Load = {
  feed: FeedName;
  seq: number;
  fileName: string;
  headers: readonly string[];
  mapping: Mapping | null;
  /** Loads that count already; rows equal to their latest version are left out. */
  earlier: readonly number[];
};

export type LoadCounts = { read: number; accepted: number; rejected: number; unchanged: number };

const Count = z.object({ n: z.number() });
const REJECTS_BATCH = 5000;

export function stagingTable(load: Load): string {
  return `staging_${load.feed}_${load.seq}`;
}

export async function createStaging(warehouse: Warehouse, load: Load): Promise<void> {
  const columns = load.headers.map((_, index) => `${stagingColumn(index)} String`);
  await warehouse.command({ sql: `DROP TABLE IF EXISTS ${stagingTable(load)} SYNC`, idempotent: true });
  await warehouse.command({
    sql: `CREATE TABLE IF NOT EXISTS ${stagingTable(load)} (${[...columns, 'line UInt64'].join(', ')}) ENGINE = MergeTree ORDER BY tuple()`,
    idempotent: true,
  });
}

/** The body is the file's CSV without its header line. */
export async function fillStaging(warehouse: Warehouse, load: Load, body: Readable): Promise<void> {
  await warehouse.insertStream({
    table: stagingTable(load),
    columns: load.headers.map((_, index) => stagingColumn(index)),
    format: 'CSV',
    body,
  });
}

/** Rows whose place in the file is known already, for a file that the engine could not read by itself. */
export async function fillStagingWithLines(warehouse: Warehouse, load: Load, body: Readable): Promise<void> {
  await warehouse.insertStream({
    table: stagingTable(load),
    columns: [...load.headers.map((_, index) => stagingColumn(index)), 'line'],
    format: 'CSV',
    body,
  });
}

/**
 * Checks, types and deduplicates the staged rows, then swaps them in as one partition. Safe to run again.
 * `misshapen` are rows that never reached the staging table.
 */
export async function commitStaging(
  warehouse: Warehouse,
  load: Load,
  misshapen: Reject[] = [],
): Promise<LoadCounts> {
  const rows = await rowsSql(warehouse, load);
  const { read, good, distinct } = await survey(warehouse, load, rows);
  const repeats = distinct < good;
  const typed = `loading_${load.feed}_${load.seq}`;
  await warehouse.command({ sql: `DROP TABLE IF EXISTS ${typed} SYNC`, idempotent: true });
  await warehouse.command({ sql: createFeedTable(load.feed, typed), idempotent: true });
  await warehouse.command({ sql: `INSERT INTO ${typed} ${goodRowsSql(load, rows, repeats)}` });
  const accepted = await count(warehouse, `SELECT count() AS n FROM ${typed}`);
  await clearRejects(warehouse, load.seq);
  await addRejects(warehouse, load, misshapen);
  if (good < read) await rejectBadRows(warehouse, load, rows);
  const conflicts = repeats ? await rejectConflicts(warehouse, load, rows) : 0;
  await swapIn(warehouse, load, { typed, accepted });
  await warehouse.command({ sql: `DROP TABLE IF EXISTS ${typed} SYNC`, idempotent: true });
  const lost = misshapen.length;
  return {
    read: read + lost,
    accepted,
    rejected: read - good + conflicts + lost,
    unchanged: good - accepted - conflicts,
  };
}

type Survey = { read: number; good: number; distinct: number };

async function survey(warehouse: Warehouse, load: Load, rows: string): Promise<Survey> {
  const key = FEEDS[load.feed].key.map((column) => `m_${column}`).join(', ');
  const [found] = await warehouse.query({
    sql: `SELECT count() AS read, countIf(ok) AS good, uniqExactIf(${key}, ok) AS distinct FROM ${rows}`,
    schema: z.object({ read: z.number(), good: z.number(), distinct: z.number() }),
  });
  return found!;
}

/** The engine refuses to replace a partition by nothing. */
async function swapIn(
  warehouse: Warehouse,
  load: Load,
  { typed, accepted }: { typed: string; accepted: number },
): Promise<void> {
  const table = feedTable(load.feed);
  const change = accepted > 0 ? `REPLACE PARTITION ${load.seq} FROM ${typed}` : `DROP PARTITION ${load.seq}`;
  await warehouse.command({ sql: `ALTER TABLE ${table} ${change}`, idempotent: true });
  const kept = await count(warehouse, `SELECT count() AS n FROM ${table} WHERE load_seq = ${load.seq}`);
  if (kept !== accepted) throw new Error(`load ${load.seq}: ${kept} rows arrived of ${accepted}`);
}

/** Takes a load's rows out again, as after a dry run. */
export async function rollBackLoad(warehouse: Warehouse, load: Load): Promise<void> {
  await warehouse.command({
    sql: `ALTER TABLE ${feedTable(load.feed)} DROP PARTITION ${load.seq}`,
    idempotent: true,
  });
}

export async function dropStaging(warehouse: Warehouse, load: Load): Promise<void> {
  await warehouse.command({ sql: `DROP TABLE IF EXISTS ${stagingTable(load)} SYNC`, idempotent: true });
}

export type Reject = { line: number; column: string; reason: string; value: string };

export async function addRejects(warehouse: Warehouse, load: Load, rejects: Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  const rows = rejects.map((each) => ({ load_seq: load.seq, feed: load.feed, file: load.fileName, ...each }));
  await warehouse.insertRows({ table: 'rejected_rows', rows });
}

/** Staged rows as `row` (its line in the file), trimmed cells `m_<column>` and `ok`. */
async function rowsSql(warehouse: Warehouse, load: Load): Promise<string> {
  const fields = Object.entries(FEEDS[load.feed].columns);
  const cells = cellsSql(load.feed, load.headers, load.mapping);
  const all = load.headers.map((_, index) => stagingColumn(index));
  const breaks = `toUInt64(${all.map((column) => `countSubstrings(${column}, '\\n')`).join(' + ')})`;
  const total = await count(warehouse, `SELECT toUInt64(sum(${breaks})) AS n FROM ${stagingTable(load)}`);
  // A virtual column rather than a row counter: filters that are pushed down cannot shift it.
  const position = '_part_starting_offset + _part_offset + 2';
  const numbered =
    total === 0
      ? `SELECT if(line > 0, line, ${position}) AS row, * FROM ${stagingTable(load)}`
      : `SELECT if(line > 0, line, position + sum(breaks) OVER (ORDER BY position) - breaks) AS row, * FROM (SELECT ${position} AS position, ${breaks} AS breaks, * FROM ${stagingTable(load)})`;
  const mapped = fields.map(([column]) => `${cells[column]} AS m_${column}`);
  const good = fields.map(([column, field]) => fieldSql(field, `m_${column}`).good);
  return `(SELECT *, ${good.join(' AND ')} AS ok FROM (SELECT row, ${mapped.join(', ')} FROM (${numbered})))`;
}

/** Of the rows with one key the first in the file counts. */
function goodRowsSql(load: Load, rows: string, repeats: boolean): string {
  const { key } = FEEDS[load.feed];
  const names = Object.keys(FEEDS[load.feed].columns);
  const firsts = `SELECT min(row) FROM ${rows} WHERE ok GROUP BY ${key.map((column) => `m_${column}`).join(', ')}`;
  const first = repeats ? ` AND row IN (${firsts})` : '';
  const fresh = `SELECT ${typedColumns(load).join(', ')} FROM ${rows} WHERE ok${first}`;
  const known = `SELECT ${key.join(', ')}, row_hash FROM ${latestRows(load.feed, load.earlier)}`;
  const filter = load.earlier.length > 0 ? ` WHERE (${key.join(', ')}, row_hash) NOT IN (${known})` : '';
  return `SELECT ${load.seq} AS load_seq, row_hash, ${names.join(', ')} FROM (${fresh})${filter}`;
}

function typedColumns(load: Load): string[] {
  const fields = Object.entries(FEEDS[load.feed].columns);
  const typed = fields.map(([column, field]) => `${fieldSql(field, `m_${column}`).value} AS ${column}`);
  return ['row', `cityHash64(${cellNames(load).join(', ')}) AS row_hash`, ...typed];
}

function cellNames(load: Load): string[] {
  return Object.keys(FEEDS[load.feed].columns).map((column) => `m_${column}`);
}

async function rejectBadRows(warehouse: Warehouse, load: Load, rows: string): Promise<void> {
  const names = Object.keys(FEEDS[load.feed].columns);
  const schema = feedRowSchema(load.feed);
  const cells = names.map((name) => `toValidUTF8(m_${name}) AS ${name}`).join(', ');
  let batch: Reject[] = [];
  for await (const found of warehouse.rows({
    sql: `SELECT row AS line, ${cells} FROM ${rows} WHERE NOT ok`,
  })) {
    const { line, ...row } = found as Record<string, string> & { line: unknown };
    const outcome = schema.safeParse(row);
    const issues = outcome.success
      ? [{ path: ['' as PropertyKey], message: 'is not readable text' }]
      : outcome.error.issues;
    for (const issue of issues) {
      const column = String(issue.path[0] ?? '');
      batch.push({
        line: Number(line),
        column,
        reason: issue.message,
        value: (row[column] ?? '').slice(0, 200),
      });
    }
    if (batch.length >= REJECTS_BATCH) {
      await addRejects(warehouse, load, batch);
      batch = [];
    }
  }
  await addRejects(warehouse, load, batch);
}

/** A later row with the key of an earlier one and other values: the first stands, the later is rejected. */
async function rejectConflicts(warehouse: Warehouse, load: Load, rows: string): Promise<number> {
  const { key } = FEEDS[load.feed];
  const keys = key.map((column) => `m_${column}`).join(', ');
  const hash = `cityHash64(${cellNames(load).join(', ')})`;
  const good = `SELECT row, ${keys}, ${hash} AS row_hash FROM ${rows} WHERE ok`;
  const first = `SELECT ${keys}, argMin(row_hash, row) AS first_hash FROM (${good}) GROUP BY ${keys} HAVING min(row_hash) != max(row_hash)`;
  const conflicting = `SELECT row, concat(${key.map((column) => `m_${column}`).join(", ' ', ")}, '') AS value FROM (${good}) AS g INNER JOIN (${first}) AS f USING (${keys}) WHERE row_hash != first_hash`;
  await warehouse.command({
    sql: `INSERT INTO rejected_rows SELECT ${load.seq}, {feed:String}, {file:String}, row, {column:String}, {reason:String}, value FROM (${conflicting})`,
    params: {
      feed: load.feed,
      file: load.fileName,
      column: key.at(-1)!,
      reason: 'stands on an earlier line with other values',
    },
  });
  return count(warehouse, `SELECT count() AS n FROM (${conflicting})`);
}

export async function clearRejects(warehouse: Warehouse, seq: number): Promise<void> {
  await warehouse.command({ sql: `ALTER TABLE rejected_rows DROP PARTITION ${seq}`, idempotent: true });
}

async function count(warehouse: Warehouse, sql: string): Promise<number> {
  const [row] = await warehouse.query({ sql, schema: Count });
  return row!.n;
}
