import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { realServer } from '../testing/env';
import { privateServer } from './private-server';
import { stockClient, until } from './stock';

const shared = inject('warehouse');
const server = shared.ours ? await privateServer() : null;
if (!server) console.info('a real server: the spool of the front is not looked at');
const address = server?.address ?? shared;
const table = `inserts_${Date.now().toString(36)}`;
const jobs = stockClient(address, 'jobs');
await jobs.command({ query: `CREATE TABLE ${table} (id UInt32, s String) ENGINE = MergeTree ORDER BY id` });
afterAll(async () => {
  await jobs.command({ query: `DROP TABLE ${table}` });
  await jobs.close();
  await server?.stop();
});
beforeEach(() => jobs.command({ query: `TRUNCATE TABLE ${table}` }));

async function rows(): Promise<{ id: number; s: string }[]> {
  const result = await jobs.query({ query: `SELECT id, s FROM ${table} ORDER BY id`, format: 'JSONEachRow' });
  return result.json();
}

async function count(): Promise<number> {
  const result = await jobs.query({
    query: `SELECT toUInt32(count()) AS n FROM ${table}`,
    format: 'JSONEachRow',
  });
  return (await result.json<{ n: number }>())[0]!.n;
}

const spooled = () => readdir(join(server!.dataDir, 'spool'));

function insertPath(format: string): string {
  const query = new URLSearchParams({ query: `INSERT INTO ${table} FORMAT ${format}` });
  return `${address.url}/?${query}`;
}

const credentials = {
  'X-ClickHouse-User': shared.ours ? 'jobs' : realServer()!.user,
  'X-ClickHouse-Key': address.tokens.jobs,
};

describe('what is inserted is what was sent', () => {
  test('CSV with quotes, commas and line breaks inside of cells', async () => {
    const body = '1,"two\nlines, ""quoted"""\n2,"\r\n"\n3,plain\n4,"tab\tand é"\n';
    await jobs.insert({ table, values: Readable.from([body], { objectMode: false }), format: 'CSV' });
    expect(await rows()).toEqual([
      { id: 1, s: 'two\nlines, "quoted"' },
      { id: 2, s: '\r\n' },
      { id: 3, s: 'plain' },
      { id: 4, s: 'tab\tand é' },
    ]);
  });

  test('rows as objects', async () => {
    const values = [
      { id: 1, s: `it's "quoted" \\ \n\t\0 👍` },
      { id: 2, s: '' },
    ];
    await jobs.insert({ table, values, format: 'JSONEachRow' });
    expect(await rows()).toEqual(values);
  });

  test('VALUES and FORMAT in the text of the statement', async () => {
    await jobs.command({ query: `INSERT INTO ${table} (s, id) VALUES ('it''s; (fine)', 1), ('x', 1 + 1)` });
    await jobs.command({ query: `INSERT INTO ${table} FORMAT JSONEachRow {"id":3,"s":"SELECT file('x')"}` });
    expect(await rows()).toEqual([
      { id: 1, s: "it's; (fine)" },
      { id: 2, s: 'x' },
      { id: 3, s: "SELECT file('x')" },
    ]);
  });

  test('only some columns, in another order', async () => {
    const values = Readable.from(['a,1\nb,2\n'], { objectMode: false });
    await jobs.insert({ table, values, columns: ['s', 'id'], format: 'CSV' });
    expect(await rows()).toEqual([
      { id: 1, s: 'a' },
      { id: 2, s: 'b' },
    ]);
  });

  test('a body in many small pieces', async () => {
    async function* pieces() {
      for (let i = 0; i < 20_000; i++) {
        yield `${i},"piece`;
        yield ` ${i}"\n`;
      }
    }
    await jobs.insert({ table, values: Readable.from(pieces(), { objectMode: false }), format: 'CSV' });
    expect(await count()).toBe(20_000);
  });

  test('a compressed body', async () => {
    const compressing = stockClient(address, 'jobs', { compression: { request: true } });
    const values = Array.from({ length: 5000 }, (_, id) => ({ id, s: 'x'.repeat(50) }));
    await compressing.insert({ table, values, format: 'JSONEachRow' });
    await compressing.close();
    expect(await count()).toBe(5000);
  });

  test('nothing at all', async () => {
    await jobs.insert({ table, values: Readable.from([], { objectMode: false }), format: 'CSV' });
    expect(await count()).toBe(0);
  });
});

describe('what fails leaves nothing', () => {
  test('a last row that is bad', async () => {
    const good = Array.from({ length: 200_000 }, (_, id) => `${id},good\n`).join('');
    const values = Readable.from([good, 'not a number,bad\n'], { objectMode: false });
    await expect(jobs.insert({ table, values, format: 'CSV' })).rejects.toMatchObject({ code: '27' });
    expect(await count()).toBe(0);
  });

  test('a table that is not there', async () => {
    const values = [{ id: 1 }];
    const asked = jobs.insert({ table: 'no_such_table', values, format: 'JSONEachRow' });
    await expect(asked).rejects.toMatchObject({ code: '60' });
  });

  test('a compressed body that is broken', async () => {
    const broken = gzipSync('1,a\n'.repeat(10_000));
    broken.fill(0, 60);
    const headers = { ...credentials, 'Content-Encoding': 'gzip' };
    const response = await fetch(insertPath('CSV'), { method: 'POST', headers, body: broken });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await count()).toBe(0);
  });

  test.runIf(server)('an encoding that is not served', async () => {
    const headers = { ...credentials, 'Content-Encoding': 'br' };
    const response = await fetch(insertPath('CSV'), { method: 'POST', headers, body: '1,a\n' });
    expect(response.status).toBe(400);
  });

  test.each([false, true])('a client that dies in the middle of the body (compressed: %s)', async (gzip) => {
    const dying = request(insertPath('CSV'), {
      method: 'POST',
      headers: { ...credentials, ...(gzip ? { 'Content-Encoding': 'gzip' } : {}) },
    });
    const closed = new Promise((done) => dying.on('error', done));
    const body = Buffer.from(Array.from({ length: 100_000 }, (_, id) => `${id},x${id * 7919}\n`).join(''));
    const bytes = gzip ? gzipSync(body) : body;
    dying.write(bytes.subarray(0, bytes.length / 2));
    if (server) await until(async () => (await spooled()).length === 1);
    dying.destroy(new Error('died'));
    await closed;
    if (server) await until(async () => (await spooled()).length === 0);
    expect(await count()).toBe(0);
  });

  test.runIf(server)('a client that dies while its body waits for a turn', async () => {
    const sleep = `INSERT INTO ${table} SELECT sleepEachRow(0.4), '' FROM numbers(3)`;
    const slow = { query: sleep, clickhouse_settings: { max_block_size: '1' } };
    const busy = Promise.all([jobs.command(slow), jobs.command(slow)]);
    await until(async () => (await busyWrites()) === 2);
    const abort = new AbortController();
    const asked = jobs.insert({
      table,
      values: Readable.from(['7,waits\n'], { objectMode: false }),
      format: 'CSV',
      abort_signal: abort.signal,
    });
    const failed = expect(asked).rejects.toThrow('abort');
    await until(async () => (await spooled()).length === 1);
    abort.abort();
    await failed;
    await until(async () => (await spooled()).length === 0, 300);
    await busy;
    expect((await rows()).filter(({ id }) => id === 7)).toEqual([]);
  });
});

test.runIf(server)('no insert of all these has left its body on the disk', async () => {
  await until(async () => (await spooled()).length === 0);
});

async function busyWrites(): Promise<number> {
  const result = await jobs.query({
    query: "SELECT toUInt32(countIf(query LIKE 'INSERT%')) AS n FROM system.processes",
    format: 'JSONEachRow',
  });
  return (await result.json<{ n: number }>())[0]!.n;
}
