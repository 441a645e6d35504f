import { Readable } from 'node:stream';
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { connectWarehouse } from './client';
import { privateServer } from './contract/private-server';
import { until } from './contract/stock';
import { freshWarehouse } from './testing';
import { toWarehouseError, WarehouseError } from './warehouse-error';

const address = inject('warehouse');
const database = await freshWarehouse(address, { migrated: false });
const { jobs } = database;
afterAll(database.drop);

test('rows are parsed by the schema; one that does not fit is an error at once', async () => {
  const schema = z.object({ n: z.number(), s: z.string() });
  expect(await jobs.query({ sql: "SELECT 1 AS n, 'x' AS s", schema })).toEqual([{ n: 1, s: 'x' }]);
  const started = performance.now();
  await expect(jobs.query({ sql: 'SELECT 1 AS n', schema })).rejects.toMatchObject({ name: 'ZodError' });
  expect(performance.now() - started).toBeLessThan(2000);
});

test('64-bit numbers come as numbers, in rows too', async () => {
  const sql = 'SELECT toInt64(9007199254740991) AS n';
  expect(await jobs.query({ sql, schema: z.any() })).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
  for await (const row of jobs.rows({ sql })) expect(row).toEqual({ n: Number.MAX_SAFE_INTEGER });
});

test('no rows are no request, and no failure', async () => {
  await jobs.insertRows({ table: 'not_there', rows: [] });
});

test('a deleted row is gone when the command ends', async () => {
  await jobs.command({ sql: 'CREATE TABLE gone (n UInt32) ENGINE = MergeTree ORDER BY n' });
  await jobs.insertRows({ table: 'gone', rows: [{ n: 1 }, { n: 2 }, { n: 3 }] });
  await jobs.command({ sql: 'DELETE FROM gone WHERE n = 1' });
  await jobs.command({ sql: 'ALTER TABLE gone DELETE WHERE n = {n:UInt32}', params: { n: 2 } });
  expect(await jobs.query({ sql: 'SELECT n FROM gone', schema: z.any() })).toEqual([{ n: 3 }]);
});

test('an error of an insert names its table and code', async () => {
  const body = Readable.from(['1\n'], { objectMode: false });
  const cause = await jobs.insertStream({ table: 'not_there', format: 'CSV', body }).catch((e: unknown) => e);
  expect(cause).toBeInstanceOf(WarehouseError);
  expect(cause).toMatchObject({ code: 60, sql: 'INSERT INTO not_there' });
});

test('a source that fails fails the insert, and nothing is inserted', async () => {
  await jobs.command({ sql: 'CREATE TABLE half (n UInt32) ENGINE = MergeTree ORDER BY n' });
  async function* failing() {
    yield '1\n'.repeat(50_000);
    throw new Error('the source failed');
  }
  const body = Readable.from(failing(), { objectMode: false });
  await expect(jobs.insertStream({ table: 'half', format: 'CSV', body })).rejects.toThrow();
  expect(await jobs.query({ sql: 'SELECT count() AS n FROM half', schema: z.any() })).toEqual([{ n: 0 }]);
});

test.runIf(address.ours)('while no warehouse listens every call waits for it, writes too', async () => {
  const server = await privateServer();
  const early = connectWarehouse({ url: server.url, user: 'jobs', password: server.tokens.jobs });
  onTestFinished(async () => {
    await early.close();
    await server.stop();
  });
  await early.command({ sql: 'CREATE TABLE waited (n UInt32) ENGINE = MergeTree ORDER BY n' });
  process.kill(server.pid(), 'SIGKILL');
  await until(() => server.restarts() === 1);
  const [one] = await Promise.all([
    early.query({ sql: 'SELECT 1 AS n', schema: z.any() }),
    early.command({ sql: 'INSERT INTO waited SELECT 1' }),
    early.insertRows({ table: 'waited', rows: [{ n: 2 }] }),
  ]);
  expect(one).toEqual([{ n: 1 }]);
  const found = await early.query({ sql: 'SELECT n FROM waited ORDER BY n', schema: z.any() });
  expect(found).toEqual([{ n: 1 }, { n: 2 }]);
});

describe('an error', () => {
  test('has a code where the engine gave one', () => {
    expect(toWarehouseError({ code: '60', message: 'm' }, 'SELECT 1')).toMatchObject({ code: 60 });
    expect(toWarehouseError({ code: 'ECONNRESET', message: 'm' }, 'SELECT 1')).toMatchObject({ code: null });
    expect(toWarehouseError('odd', 'SELECT 1').message).toBe('odd [SELECT 1]');
  });

  test('that is one already stays as it is', () => {
    const error = toWarehouseError(new Error('m'), 'a');
    expect(toWarehouseError(error, 'b')).toBe(error);
  });
});
