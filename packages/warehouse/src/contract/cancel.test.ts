import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { connectWarehouse } from '../client';
import { isAlive, privateServer } from './private-server';
import { stockClient, until } from './stock';

const shared = inject('warehouse');
const server = shared.ours ? await privateServer() : null;
if (!server) console.info('a real server: cancelled writes and the state of the front are not looked at');
const address = server?.address ?? shared;
const settings = { cancel_http_readonly_queries_on_client_close: 1 as const };
const exports = stockClient(address, 'export', { clickhouse_settings: settings });
const portal = stockClient(address, 'portal', { clickhouse_settings: settings });
const jobs = stockClient(address, 'jobs', { clickhouse_settings: settings });
afterAll(async () => {
  await Promise.all([exports.close(), portal.close(), jobs.close()]);
  await server?.stop();
});

const newMark = () => `mark${randomBytes(6).toString('hex')}`;
const LONG = 'FROM numbers(20000000000)';

async function running(mark: string): Promise<number> {
  const result = await portal.query({
    query: `SELECT toUInt32(countIf(query LIKE {like:String} AND query NOT LIKE '%system.processes%')) AS n FROM system.processes`,
    query_params: { like: `%${mark}%` },
    format: 'JSONEachRow',
  });
  return (await result.json<{ n: number }>())[0]!.n;
}

const isGone = (mark: string) => until(async () => (await running(mark)) === 0, 1000);
const isBusy = (mark: string) => until(async () => (await running(mark)) > 0);

test.each(['JSONEachRow', 'JSON'] as const)(
  'a client that leaves before the first byte stops the engine within a second: %s',
  async (format) => {
    const mark = newMark();
    const abort = new AbortController();
    const asked = exports.query({
      query: `SELECT '${mark}' AS m, sum(cityHash64(number)) AS s ${LONG}`,
      format,
      abort_signal: abort.signal,
    });
    const failed = expect(asked).rejects.toThrow('abort');
    await isBusy(mark);
    abort.abort();
    await failed;
    await isGone(mark);
  },
);

test('a client that leaves in the middle of the rows stops the engine within a second', async () => {
  const mark = newMark();
  const { stream } = await exports.exec({ query: `SELECT '${mark}' AS m, number ${LONG} FORMAT CSV` });
  await stream[Symbol.asyncIterator]().next();
  expect(await running(mark)).toBe(1);
  stream.destroy();
  await isGone(mark);
});

test('a reader of rows who breaks off stops the engine, and the next one is served', async () => {
  const user = shared.ours ? 'export' : 'default';
  const warehouse = connectWarehouse({
    url: address.url,
    user,
    password: address.tokens.export,
    database: 'default',
  });
  for (let i = 0; i < 5; i++) {
    const mark = newMark();
    let rows = 0;
    for await (const row of warehouse.rows({ sql: `SELECT '${mark}' AS m, number ${LONG}` })) {
      expect(row.m).toBe(mark);
      if (++rows === 1000) break;
    }
    await isGone(mark);
  }
  await warehouse.close();
});

test.runIf(server)('a client that leaves during a write stops it, and nothing of it is seen', async () => {
  const mark = newMark();
  await jobs.command({ query: 'CREATE TABLE IF NOT EXISTS stopped (n UInt64) ENGINE = Memory' });
  const abort = new AbortController();
  const asked = jobs.command({
    query: `INSERT INTO stopped SELECT max(cityHash64(number, '${mark}')) ${LONG}`,
    abort_signal: abort.signal,
  });
  const failed = expect(asked).rejects.toThrow('abort');
  await isBusy(mark);
  abort.abort();
  await failed;
  await isGone(mark);
  const result = await jobs.query({
    query: 'SELECT toUInt32(count()) AS n FROM stopped',
    format: 'JSONEachRow',
  });
  expect(await result.json()).toEqual([{ n: 0 }]);
});

test('twenty clients that leave at any moment leave nothing behind', async () => {
  const mark = newMark();
  for (let i = 0; i < 20; i++) {
    const abort = new AbortController();
    const asked = (i % 2 ? portal : exports).query({
      query: `SELECT '${mark}' AS m, max(cityHash64(number)) ${LONG}`,
      format: i % 3 ? 'JSONEachRow' : 'JSON',
      abort_signal: abort.signal,
    });
    setTimeout(() => abort.abort(), i * 3);
    await expect(asked).rejects.toThrow('abort');
  }
  await isGone(mark);
  await pause(100);
  expect(await running(mark)).toBe(0);
  const answers = Array.from({ length: 24 }, (_, i) =>
    (i % 2 ? portal : exports).query({ query: 'SELECT 1 AS one', format: 'JSONEachRow' }),
  );
  expect(await Promise.all(answers.map(async (each) => (await each).json()))).toEqual(
    answers.map(() => [{ one: 1 }]),
  );
});

test.runIf(server)('after all that the front is the same process with as many open files', async () => {
  expect(server!.restarts()).toBe(0);
  expect(isAlive(server!.pid())).toBe(true);
  const files = async () => (await readdir(`/proc/${server!.pid()}/fd`)).length;
  const before = await files();
  for (let i = 0; i < 40; i++) {
    const abort = new AbortController();
    const asked = portal.query({
      query: `SELECT max(cityHash64(number)) ${LONG}`,
      format: 'JSONEachRow',
      abort_signal: abort.signal,
    });
    setTimeout(() => abort.abort(), 5);
    await expect(asked).rejects.toThrow('abort');
  }
  await until(async () => (await files()) < before + 20);
});
