import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import type { Warehouse } from '../client';
import { freshWarehouse } from '../testing';
import { privateServer } from './private-server';
import { bytesOf, stockClient, until } from './stock';

const ours = inject('warehouse').ours;
const server = ours ? await privateServer() : null;
if (!server) console.info('a real server is not ours to kill');
const address = server?.address ?? inject('warehouse');
const database = await freshWarehouse(address, { migrated: false });
const { jobs } = database;
afterAll(async () => {
  await database.drop();
  await server?.stop();
});

const Version = z.object({ version: z.number(), rows: z.number() });
const PARTITION_ROWS = 20_000;

/** The versions that are there, with their rows; it should be one, and whole. */
function versions(from: Warehouse, table: string) {
  const sql = `SELECT version, toUInt32(count()) AS rows FROM ${table} WHERE part = 1 GROUP BY version ORDER BY version`;
  return from.query({ sql, schema: Version });
}

async function makeTable(table: string): Promise<void> {
  const shape = '(part UInt8, n UInt32, version UInt32) ENGINE = MergeTree PARTITION BY part ORDER BY n';
  await jobs.command({ sql: `CREATE TABLE ${table} ${shape}`, idempotent: true });
  await replace(table, 1);
}

/** What a load does: fill a table beside, compare, swap. */
async function replace(table: string, version: number): Promise<void> {
  const beside = `${table}_beside`;
  await jobs.command({ sql: `DROP TABLE IF EXISTS ${beside} SYNC`, idempotent: true });
  await jobs.command({ sql: `CREATE TABLE IF NOT EXISTS ${beside} AS ${table}`, idempotent: true });
  await jobs.command({
    sql: `INSERT INTO ${beside} SELECT 1, number, ${version} FROM numbers(${PARTITION_ROWS})`,
  });
  const [staged] = await versions(jobs, beside);
  if (staged?.rows !== PARTITION_ROWS) throw new Error(`${staged?.rows} rows`);
  await jobs.command({ sql: `ALTER TABLE ${table} REPLACE PARTITION 1 FROM ${beside}`, idempotent: true });
}

/** Reads all the time until told to stop; every look must find whole versions. */
function watchers(table: string, count: number) {
  let over = false;
  const looks = { one: 0, two: 0 };
  const look = async (reader: Warehouse) => {
    while (!over) {
      const found = await versions(reader, table);
      expect(found.map(({ rows }) => rows)).toEqual(found.map(() => PARTITION_ROWS));
      expect([1, 2]).toContain(found.length);
      looks[found.length === 1 ? 'one' : 'two'] += 1;
    }
  };
  const all = Promise.all(Array.from({ length: count }, () => look(database.as('portal'))));
  // Told when the watching is stopped, not as a promise nobody waited for.
  all.catch(() => undefined);
  return async () => {
    over = true;
    await all;
    return looks;
  };
}

test('readers of a partition that is replaced see the old one or the new one', async () => {
  await makeTable('swapped');
  const stopWatching = watchers('swapped', 4);
  for (let version = 2; version <= 25; version++) await replace('swapped', version);
  const { one, two } = await stopWatching();
  expect(one).toBeGreaterThan(20);
  expect(two).toBe(0);
  expect(await versions(jobs, 'swapped')).toEqual([{ version: 25, rows: PARTITION_ROWS }]);
});

describe.runIf(ours)('when the front is killed', () => {
  test('in the middle of loads: it answers within 5 seconds, readers see whole versions, the load repeated is right', async () => {
    await makeTable('loaded');
    const before = server!.restarts();
    const stopWatching = watchers('loaded', 2);
    let version = 1;
    let over = false;
    const loading = (async () => {
      while (!over) {
        try {
          await replace('loaded', version + 1);
          version += 1;
        } catch {
          await pause(20);
        }
      }
    })();
    for (let kill = 1; kill <= 4; kill++) {
      await pause(150 + kill * 37);
      process.kill(server!.pid(), 'SIGKILL');
      const waited = await until(async () => (await fetchOk()) && server!.restarts() === before + kill, 5000);
      expect(waited).toBeLessThan(5000);
    }
    over = true;
    await loading;
    // A kill between the two steps of REPLACE PARTITION leaves both versions until it is repeated.
    expect((await stopWatching()).one).toBeGreaterThan(0);
    await replace('loaded', version + 1);
    expect(await versions(jobs, 'loaded')).toEqual([{ version: version + 1, rows: PARTITION_ROWS }]);
  });

  test('acknowledged rows are there', async () => {
    await jobs.command({ sql: 'CREATE TABLE kept (n UInt32) ENGINE = MergeTree ORDER BY n' });
    let acknowledged = 0;
    let over = false;
    const inserting = (async () => {
      for (let n = 0; !over; n++) {
        await jobs.insertRows({ table: 'kept', rows: [{ n }] });
        acknowledged = n + 1;
      }
    })();
    await until(() => acknowledged >= 20);
    process.kill(server!.pid(), 'SIGKILL');
    over = true;
    await inserting.catch((cause: unknown) =>
      expect(cause).toMatchObject({ name: 'WarehouseError', code: null }),
    );
    const sql = 'SELECT toUInt32(count()) AS rows, toUInt32(uniqExact(n)) AS distinct FROM kept';
    const [row] = await jobs.query({ sql, schema: z.object({ rows: z.number(), distinct: z.number() }) });
    expect(row!.rows).toBe(row!.distinct);
    expect([acknowledged, acknowledged + 1]).toContain(row!.rows);
  });

  test('a query in flight is asked again, a stream in flight fails', async () => {
    const slow = jobs.query({
      sql: "SELECT toUInt32(sum(sleepEachRow(0.2))) AS slept, 'whole' AS text FROM numbers(3)",
      schema: z.object({ slept: z.number(), text: z.string() }),
    });
    const reader = database.as('export');
    const sql = 'SELECT number FROM numbers(200000000)';
    const chunks = (await reader.bytes({ sql, format: 'CSV' }))[Symbol.asyncIterator]();
    const rows = reader.rows({ sql })[Symbol.asyncIterator]();
    await Promise.all([chunks.next(), rows.next()]);
    process.kill(server!.pid(), 'SIGKILL');
    await expect(toEnd(chunks)).rejects.toMatchObject({ name: 'WarehouseError' });
    await expect(toEnd(rows)).rejects.toMatchObject({ name: 'WarehouseError' });
    expect(await slow).toEqual([{ slept: 0, text: 'whole' }]);
  });

  test('a write in flight is sent again only where the caller says that it may be', async () => {
    await jobs.command({ sql: 'CREATE TABLE once (n UInt64) ENGINE = MergeTree ORDER BY n' });
    const sql = 'INSERT INTO once SELECT sum(sleepEachRow(0.2)) FROM numbers(3)';
    const kill = async () => {
      await until(() => isRunning('INSERT INTO once'));
      process.kill(server!.pid(), 'SIGKILL');
    };
    await Promise.all([kill(), expect(jobs.command({ sql })).rejects.toMatchObject({ code: null })]);
    await until(fetchOk);
    await pause(800);
    expect(await countOf('once')).toBe(0);
    await Promise.all([kill(), jobs.command({ sql, idempotent: true })]);
    expect(await countOf('once')).toBe(1);
  });

  test('a body that was on its way is swept, and the next insert goes through', async () => {
    await jobs.command({ sql: 'CREATE TABLE swept (n UInt32) ENGINE = MergeTree ORDER BY n' });
    await writeFile(join(server!.dataDir, 'spool', 'left-over.data'), '1\n');
    process.kill(server!.pid(), 'SIGKILL');
    await jobs.query({ sql: 'SELECT 1', schema: z.any() });
    expect(await readdir(join(server!.dataDir, 'spool'))).toEqual([]);
    const body = Readable.from(['1\n2\n'], { objectMode: false });
    await jobs.insertStream({ table: 'swept', format: 'CSV', body });
    expect(await countOf('swept')).toBe(2);
  });

  test('every death was counted', () => {
    expect(server!.restarts()).toBe(9);
  });
});

async function fetchOk(): Promise<boolean> {
  return (await fetch(`${address.url}/ping`).catch(() => null))?.ok ?? false;
}

async function isRunning(start: string): Promise<boolean> {
  const client = stockClient(address, 'portal');
  const { stream } = await client.exec({
    query: `SELECT count() FROM system.processes WHERE startsWith(query, '${start}') FORMAT TSV`,
  });
  const found = (await bytesOf(stream)).toString();
  await client.close();
  return found === '1\n';
}

async function countOf(table: string): Promise<number> {
  const sql = `SELECT toUInt32(count()) AS n FROM ${table}`;
  return (await jobs.query({ sql, schema: z.object({ n: z.number() }) }))[0]!.n;
}

async function toEnd(iterator: AsyncIterator<unknown>): Promise<void> {
  while (!(await iterator.next()).done);
}
