import { Readable } from 'node:stream';
import type { FeedName, Mapping } from '@ascent/schemas';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freshWarehouse } from '../testing';
import { feedTable, latestRows } from './feed-tables';
import {
  addRejects,
  clearRejects,
  commitStaging,
  createStaging,
  dropStaging,
  fillStaging,
  fillStagingWithLines,
  type Load,
  type LoadCounts,
  rollBackLoad,
  stagingTable,
} from './load';

const database = await freshWarehouse(inject('warehouse'));
const warehouse = database.jobs;
afterAll(database.drop);
beforeEach(async () => {
  for (const table of [feedTable('subscriptions'), feedTable('agreements'), 'rejected_rows'])
    await warehouse.command({ sql: `TRUNCATE TABLE ${table}` });
});

type File = { seq: number; csv: string; earlier?: number[]; feed?: FeedName; mapping?: Mapping };

const HEADER = 'subscription_id,account_id,partner_id,location_id,sku,seats,start_date,end_date';

function loadOf({ seq, csv, earlier = [], feed = 'subscriptions', mapping }: File): Load {
  const headers = csv.slice(0, csv.indexOf('\n')).split(',');
  return { feed, seq, fileName: `${seq}.csv`, headers, mapping: mapping ?? null, earlier };
}

const bodyOf = (csv: string) => Readable.from([csv.slice(csv.indexOf('\n') + 1)], { objectMode: false });

async function run(file: File): Promise<LoadCounts> {
  const load = loadOf(file);
  await createStaging(warehouse, load);
  await fillStaging(warehouse, load, bodyOf(file.csv));
  const counts = await commitStaging(warehouse, load);
  await dropStaging(warehouse, load);
  return counts;
}

const AnyRow = z.record(z.string(), z.any());
const all = (sql: string) => warehouse.query({ sql, schema: AnyRow });
const rejects = (seq: number) =>
  all(`SELECT line, column, reason, value FROM rejected_rows WHERE load_seq = ${seq} ORDER BY line, column`);
const seats = (loads: number[]) =>
  all(`SELECT subscription_id AS id, seats FROM ${latestRows('subscriptions', loads)} ORDER BY id`);

/** Good rows: an id and its seats. */
function csvOf(rows: [id: string, seats: number | string, sku?: string][]): string {
  const lines = rows.map(([id, count, sku = 'SKU']) => `${id},A1,P1,,${sku},${count},2026-01-01,`);
  return [HEADER, ...lines, ''].join('\n');
}

test('good rows arrive typed and trimmed', async () => {
  const csv = `${HEADER}\nS1, A1 ,P1,L1,"  two\nlines ",5,2026-01-31,\nS2,A1,P1,,"say ""hi""",0,2148-12-31,2027-01-01\n`;
  expect(await run({ seq: 1, csv })).toEqual({ read: 2, accepted: 2, rejected: 0, unchanged: 0 });
  const found = await all('SELECT * EXCEPT (row_hash) FROM feed_subscriptions ORDER BY subscription_id');
  const shared = { load_seq: 1, account_id: 'A1', partner_id: 'P1' };
  expect(found).toEqual([
    {
      ...shared,
      subscription_id: 'S1',
      location_id: 'L1',
      sku: 'two\nlines',
      seats: 5,
      start_date: '2026-01-31',
      end_date: null,
    },
    {
      ...shared,
      subscription_id: 'S2',
      location_id: '',
      sku: 'say "hi"',
      seats: 0,
      start_date: '2148-12-31',
      end_date: '2027-01-01',
    },
  ]);
});

test('every bad cell is told with its line, column, reason and value', async () => {
  const csv = [
    HEADER,
    'S1,A1,P1,,SKU,1,2026-01-01,',
    ',A1,P1,,SKU,many,2026-02-30,',
    'S3,A1,P1,,SKU,-1,2026-01-01,soon',
    'S4,A1,P1,,SKU,1,2026-01-01,',
    `S5,A1,P1,,${'x'.repeat(300)},1,2026-01-01,`,
    '',
  ].join('\n');
  expect(await run({ seq: 1, csv })).toEqual({ read: 5, accepted: 2, rejected: 3, unchanged: 0 });
  const date = 'must be a date written YYYY-MM-DD between 1970 and 2148';
  const number = 'must be a whole number from 0 to 10000000';
  expect(await rejects(1)).toEqual([
    { line: 3, column: 'seats', reason: number, value: 'many' },
    { line: 3, column: 'start_date', reason: date, value: '2026-02-30' },
    { line: 3, column: 'subscription_id', reason: 'is required', value: '' },
    { line: 4, column: 'end_date', reason: date, value: 'soon' },
    { line: 4, column: 'seats', reason: number, value: '-1' },
    { line: 6, column: 'sku', reason: 'is longer than 80 characters', value: 'x'.repeat(200) },
  ]);
});

test('a cell that is no text is told, wherever it stands', async () => {
  const load = loadOf({ seq: 1, csv: csvOf([]) });
  await createStaging(warehouse, load);
  const bytes = Buffer.concat([
    Buffer.from('S1,A1,P1,,SK'),
    Buffer.from([0xff]),
    Buffer.from(',1,2026-01-01,\n'),
  ]);
  await fillStaging(warehouse, load, Readable.from([bytes], { objectMode: false }));
  expect(await commitStaging(warehouse, load)).toMatchObject({ accepted: 0, rejected: 1 });
  expect(await rejects(1)).toEqual([{ line: 2, column: '', reason: 'is not readable text', value: '' }]);
});

test('a foreign file is mapped, and a cell that cannot be is told by its line', async () => {
  const mapping: Mapping = {
    feed: 'agreements',
    columns: {
      agreement_id: { concat: [{ text: 'G' }, { line: true }] },
      account_id: 'Customer No.',
      partner_id: { constant: 'P1' },
      program: { constant: 'Open' },
      division: 'Customer No.',
      end_date: { column: 'until', take: 'date' },
      expiration_type: { column: 'kind', values: { f: 'Full' }, otherwise: 'Partial' },
      expiring_revenue: { product: ['n', 'price'] },
    },
  };
  const csv =
    'Customer No.,until,kind,n,price\nC1,2027-01-01T00:00,f,3,0.335\nC2,2027-01-01,x,three,1\nC3,2027-01-01,x,1,2\n';
  expect(await run({ seq: 1, csv, feed: 'agreements', mapping })).toMatchObject({ accepted: 2, rejected: 1 });
  expect(await rejects(1)).toMatchObject([{ line: 3, column: 'expiring_revenue', value: 'not a number' }]);
  const sql =
    'SELECT agreement_id, expiration_type, expiring_revenue FROM feed_agreements ORDER BY agreement_id';
  expect(await all(sql)).toEqual([
    { agreement_id: 'G2', expiration_type: 'Full', expiring_revenue: 101 },
    { agreement_id: 'G4', expiration_type: 'Partial', expiring_revenue: 200 },
  ]);
});

describe('the line of a row is its first line in the file', () => {
  test('behind cells with line breaks', async () => {
    const csv = `${HEADER}\nS1,A1,P1,,"one\ntwo\n\nfour",1,2026-01-01,\nbad seats,A1,P1,,"x\r\ny",1,2026-01-01,\nS3,A1,P1,,S,x,2026-01-01,\n`;
    await run({ seq: 1, csv });
    expect((await rejects(1)).map(({ line, column }) => [line, column])).toEqual([
      [6, 'subscription_id'],
      [8, 'seats'],
    ]);
  });

  test('in a file that the engine kept in several parts', async () => {
    const load = loadOf({ seq: 1, csv: csvOf([]) });
    await createStaging(warehouse, load);
    for (const part of [0, 1, 2]) {
      const rows = Array.from({ length: 1000 }, (_, i): [string, string] => [
        `S${part}-${i}`,
        i === 500 ? 'x' : '1',
      ]);
      await fillStaging(warehouse, load, bodyOf(csvOf(rows)));
    }
    await commitStaging(warehouse, load);
    expect((await rejects(1)).map(({ line }) => line)).toEqual([502, 1502, 2502]);
  });

  test('as given, where the caller knows it better', async () => {
    const load = loadOf({ seq: 1, csv: csvOf([]) });
    await createStaging(warehouse, load);
    const body = 'S1,A1,P1,,"a\nb",x,2026-01-01,,40\nS2,A1,P1,,S,x,2026-01-01,,77\n';
    await fillStagingWithLines(warehouse, load, Readable.from([body], { objectMode: false }));
    const misshapen = [{ line: 50, column: '', reason: 'has 3 cells', value: 'a,b,c' }];
    expect(await commitStaging(warehouse, load, misshapen)).toEqual({
      read: 3,
      accepted: 0,
      rejected: 3,
      unchanged: 0,
    });
    expect((await rejects(1)).map(({ line }) => line)).toEqual([40, 50, 77]);
  });
});

describe('what came before', () => {
  test('the same rows again are unchanged', async () => {
    const csv = csvOf([
      ['S1', 1],
      ['S2', 2],
    ]);
    await run({ seq: 1, csv });
    expect(await run({ seq: 2, csv, earlier: [1] })).toEqual({
      read: 2,
      accepted: 0,
      rejected: 0,
      unchanged: 2,
    });
    expect(await seats([1, 2])).toEqual([
      { id: 'S1', seats: 1 },
      { id: 'S2', seats: 2 },
    ]);
  });

  test('only changed and new rows are taken; the latest version counts', async () => {
    await run({
      seq: 1,
      csv: csvOf([
        ['S1', 1],
        ['S2', 2],
      ]),
    });
    const second = csvOf([
      ['S2', 20],
      ['S1', 1],
      ['S3', 3],
    ]);
    const counts = await run({ seq: 2, csv: second, earlier: [1] });
    expect(counts).toEqual({ read: 3, accepted: 2, rejected: 0, unchanged: 1 });
    expect(await run({ seq: 3, csv: csvOf([['S2', 2]]), earlier: [1, 2] })).toMatchObject({ accepted: 1 });
    expect((await seats([1, 2, 3])).map(({ seats: n }) => n)).toEqual([1, 2, 3]);
    expect((await seats([1, 2])).map(({ seats: n }) => n)).toEqual([1, 20, 3]);
    expect(await seats([])).toEqual([]);
  });

  test('counts only where it is named', async () => {
    const csv = csvOf([['S1', 1]]);
    await run({ seq: 1, csv });
    expect(await run({ seq: 2, csv })).toMatchObject({ accepted: 1, unchanged: 0 });
  });
});

describe('one key on several lines', () => {
  test('with the same values is one row', async () => {
    const csv = csvOf([
      ['S1', 1],
      ['S1', 1],
      ['S1', 1],
    ]);
    expect(await run({ seq: 1, csv })).toEqual({ read: 3, accepted: 1, rejected: 0, unchanged: 2 });
  });

  test('with other values: the first stands, the later ones are told', async () => {
    const csv = csvOf([
      ['S1', 1],
      ['S2', 5],
      ['S1', 2],
      ['S1', 1],
      ['S1', 3],
    ]);
    expect(await run({ seq: 1, csv })).toEqual({ read: 5, accepted: 2, rejected: 2, unchanged: 1 });
    expect(await seats([1])).toEqual([
      { id: 'S1', seats: 1 },
      { id: 'S2', seats: 5 },
    ]);
    const reason = 'stands on an earlier line with other values';
    expect(await rejects(1)).toEqual([
      { line: 4, column: 'subscription_id', reason, value: 'S1' },
      { line: 6, column: 'subscription_id', reason, value: 'S1' },
    ]);
  });

  test('with other values behind a row that is unchanged: the later one is told too', async () => {
    await run({ seq: 1, csv: csvOf([['S1', 1]]) });
    const csv = csvOf([
      ['S1', 1],
      ['S1', 2],
    ]);
    expect(await run({ seq: 2, csv, earlier: [1] })).toEqual({
      read: 2,
      accepted: 0,
      rejected: 1,
      unchanged: 1,
    });
    expect((await rejects(2)).map(({ line }) => line)).toEqual([3]);
    expect(await seats([1, 2])).toEqual([{ id: 'S1', seats: 1 }]);
  });

  test('of two columns is one key', async () => {
    const header =
      'agreement_id,account_id,partner_id,program,division,end_date,expiration_type,expiring_revenue';
    const row = (division: string, revenue: string) => `G1,A1,P1,Open,${division},2027-01-01,Full,${revenue}`;
    const csv = [header, row('North', '10.50'), row('South', '1'), row('North', '11'), ''].join('\n');
    expect(await run({ seq: 1, csv, feed: 'agreements' })).toEqual({
      read: 3,
      accepted: 2,
      rejected: 1,
      unchanged: 0,
    });
    expect(await rejects(1)).toEqual([expect.objectContaining({ column: 'division', value: 'G1 North' })]);
    expect(await all('SELECT division, expiring_revenue FROM feed_agreements ORDER BY division')).toEqual([
      { division: 'North', expiring_revenue: 1050 },
      { division: 'South', expiring_revenue: 100 },
    ]);
  });

  test('in several parts of many rows: the first of them stands, wherever the engine put them', async () => {
    const load = loadOf({ seq: 1, csv: csvOf([]) });
    await createStaging(warehouse, load);
    for (const seats of [1, 2])
      await warehouse.command({
        sql: `INSERT INTO ${stagingTable(load)} (c0, c1, c2, c3, c4, c5, c6, c7) SELECT concat('S', toString(number)), 'A1', 'P1', '', 'SKU', '${seats}', '2026-01-01', '' FROM numbers(100000)`,
      });
    const counts = await commitStaging(warehouse, load);
    expect(counts).toEqual({ read: 200_000, accepted: 100_000, rejected: 100_000, unchanged: 0 });
    expect(await all('SELECT DISTINCT seats FROM feed_subscriptions')).toEqual([{ seats: 1 }]);
    const sql = 'SELECT min(line) AS low, max(line) AS high, uniqExact(line) AS n FROM rejected_rows';
    expect(await all(sql)).toEqual([{ low: 100_002, high: 200_001, n: 100_000 }]);
    await dropStaging(warehouse, load);
  });
});

describe('a load can be run again', () => {
  const csv = csvOf([
    ['S1', 1],
    ['S2', 'x'],
    ['S1', 9],
  ]);
  const expected = { read: 3, accepted: 1, rejected: 2, unchanged: 0 };

  test('after it was complete', async () => {
    expect(await run({ seq: 1, csv })).toEqual(expected);
    expect(await run({ seq: 1, csv })).toEqual(expected);
    expect(await rejects(1)).toHaveLength(2);
    expect(await seats([1])).toEqual([{ id: 'S1', seats: 1 }]);
  });

  test('after it broke off anywhere', async () => {
    const load = loadOf({ seq: 1, csv });
    await createStaging(warehouse, load);
    await fillStaging(warehouse, load, bodyOf(csv));
    await addRejects(warehouse, load, [{ line: 3, column: 'seats', reason: 'half', value: 'x' }]);
    await warehouse.command({
      sql: 'CREATE TABLE loading_subscriptions_1 (left_over UInt8) ENGINE = Memory',
    });
    expect(await run({ seq: 1, csv })).toEqual(expected);
    expect((await rejects(1)).map(({ reason }) => reason)).not.toContain('half');
    expect(
      await all(
        "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE '%ing_subscriptions_1'",
      ),
    ).toEqual([]);
  });

  test('with fewer rows than before, and none of the old ones stay', async () => {
    await run({ seq: 1, csv });
    expect(await run({ seq: 1, csv: csvOf([]) })).toEqual({
      read: 0,
      accepted: 0,
      rejected: 0,
      unchanged: 0,
    });
    expect(await seats([1])).toEqual([]);
    expect(await rejects(1)).toEqual([]);
  });

  test('and taken back, without touching others', async () => {
    await run({ seq: 1, csv });
    await run({ seq: 2, csv: csvOf([['S9', 'x']]) });
    await run({ seq: 3, csv: csvOf([['S1', 7]]), earlier: [1] });
    const load = loadOf({ seq: 3, csv });
    await rollBackLoad(warehouse, load);
    await clearRejects(warehouse, 1);
    expect(await seats([1, 2, 3])).toEqual([{ id: 'S1', seats: 1 }]);
    expect(await rejects(1)).toEqual([]);
    expect(await rejects(2)).toHaveLength(1);
  });
});
