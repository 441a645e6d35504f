import { ClickHouseError } from '@clickhouse/client';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freshWarehouse } from '../testing';
import { WarehouseError } from '../warehouse-error';
import { bytesOf, stockClient } from './stock';

const address = inject('warehouse');
const database = await freshWarehouse(address, { migrated: false });
const warehouse = database.as('export');
const client = stockClient(address, 'export', { database: database.name });
afterAll(async () => {
  await client.close();
  await database.drop();
});

const failure = (run: Promise<unknown>) =>
  run.then(
    () => {
      throw new Error('it did not fail');
    },
    (cause: unknown) => cause,
  );

describe('an error before the first byte has the code of the engine', () => {
  const cases: [name: string, sql: string, code: string][] = [
    ['half a statement', 'SELECT', '62'],
    ['an unknown column', 'SELECT nothing_like_it', '47'],
    ['an unknown table', 'SELECT 1 FROM no_such_table', '60'],
    ['an unknown database', 'SELECT 1 FROM no_such_database.t', '81'],
    ['an unknown function', 'SELECT no_such_function(1)', '46'],
    ['a failure of its own', "SELECT throwIf(1, 'at once')", '395'],
    ['a text for a number', "SELECT toUInt8('x')", '6'],
    ['3000 brackets', `SELECT ${'('.repeat(3000)}1${')'.repeat(3000)}`, '306'],
  ];
  test.each(cases)('%s', async (_, query, code) => {
    const cause = await failure(client.query({ query, format: 'JSONEachRow' }));
    expect(cause).toBeInstanceOf(ClickHouseError);
    expect(cause).toMatchObject({ code });
    expect(await failure(client.command({ query }))).toMatchObject({ code });
  });

  test('our own client tells the code, the message and the statement', async () => {
    const cause = await failure(warehouse.query({ sql: 'SELECT 1 FROM  no_such\n_table', schema: z.any() }));
    expect(cause).toBeInstanceOf(WarehouseError);
    expect(cause).toMatchObject({ code: 60, sql: 'SELECT 1 FROM  no_such\n_table' });
    expect((cause as Error).message).toMatch(/no_such.*\[SELECT 1 FROM no_such _table\]/s);
  });
});

describe('an error after the first bytes never passes for a short result', () => {
  const at = 2_000_000;
  const sql = `SELECT number, throwIf(number = ${at}, 'boom') AS z FROM numbers(3000000)`;

  test('the stock client, row by row', async () => {
    const result = await client.query({ query: sql, format: 'JSONEachRow' });
    let rows = 0;
    const cause = await failure(
      (async () => {
        for await (const batch of result.stream()) rows += batch.length;
      })(),
    );
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(at);
    expect((cause as Error).message).toMatch(/boom|error in the stream/);
  });

  test('the stock client, as a whole', async () => {
    const result = await client.query({ query: sql, format: 'JSONEachRow' });
    expect(await failure(result.json())).toBeInstanceOf(Error);
    const text = await client.query({ query: sql, format: 'CSV' });
    expect(await failure(text.text())).toBeInstanceOf(Error);
    const raw = await client.exec({ query: `${sql} FORMAT RowBinary` });
    expect(await failure(bytesOf(raw.stream))).toBeInstanceOf(Error);
  });

  test('our rows', async () => {
    let rows = 0;
    const cause = await failure(
      (async () => {
        for await (const _ of warehouse.rows({ sql })) rows += 1;
      })(),
    );
    expect(rows).toBeGreaterThan(0);
    expect(cause).toMatchObject({ name: 'WarehouseError', code: 395 });
  });

  test.each(['CSV', 'CSVWithNames', 'JSONEachRow', 'RowBinary'])('our bytes: %s', async (format) => {
    const stream = await warehouse.bytes({ sql, format });
    const cause = await failure(bytesOf(stream));
    expect(cause).toMatchObject({ name: 'WarehouseError', code: 395 });
    expect((cause as Error).message).toContain('boom');
  });

  test('our query', async () => {
    expect(await failure(warehouse.query({ sql, schema: z.any() }))).toMatchObject({ code: 395 });
  });

  test('text that looks like an announcement is data', async () => {
    const like = "concat('\\r\\n', '__exception__', '\\r\\n')";
    const stream = await warehouse.bytes({ sql: `SELECT ${like} AS s FROM numbers(3)`, format: 'CSV' });
    expect((await bytesOf(stream)).toString()).toBe('"\r\n__exception__\r\n"\n'.repeat(3));
  });
});

test('a statement that takes too long ends with code 159', async () => {
  const started = performance.now();
  const cause = await failure(
    client.query({
      query: 'SELECT max(cityHash64(number)) FROM numbers(20000000000)',
      format: 'JSONEachRow',
      clickhouse_settings: { max_execution_time: 1 },
    }),
  );
  expect(cause).toMatchObject({ code: '159' });
  expect(performance.now() - started).toBeLessThan(4000);
});

test('a statement that wants too much memory ends with code 241, and others go on', async () => {
  const cause = await failure(
    database.jobs.query({
      sql: 'SELECT count() FROM (SELECT groupArray(number) FROM numbers(100000000)) SETTINGS max_memory_usage = 50000000',
      schema: z.any(),
    }),
  );
  expect(cause).toMatchObject({ code: 241 });
  expect(await warehouse.query({ sql: 'SELECT 1 AS one', schema: z.any() })).toEqual([{ one: 1 }]);
});

describe('who is not known is refused', () => {
  const ask = (headers: Record<string, string>, path = '/?query=SELECT%201') =>
    fetch(`${address.url}${path}`, { headers });

  test('a wrong password: status 401 and code 516', async () => {
    const response = await ask({ 'X-ClickHouse-User': 'portal', 'X-ClickHouse-Key': 'wrong' });
    expect([401, 403]).toContain(response.status);
    expect(response.headers.get('x-clickhouse-exception-code')).toBe('516');
    expect(await response.text()).toMatch(/^Code: 516\. DB::Exception/);
  });

  test.runIf(address.ours)('no password, no user, a user of another password', async () => {
    const { portal, jobs } = address.tokens;
    const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const refused = [
      {},
      { 'X-ClickHouse-User': 'portal' },
      { 'X-ClickHouse-User': 'jobs', 'X-ClickHouse-Key': portal },
      { 'X-ClickHouse-User': 'default', 'X-ClickHouse-Key': '' },
      basic(`jobs:${portal}`),
      basic(`:${jobs}`),
      basic('jobs'),
    ];
    for (const headers of refused) expect((await ask(headers as Record<string, string>)).status).toBe(401);
    expect((await ask(basic(`jobs:${jobs}`))).status).toBe(200);
    expect((await ask({}, `/?query=SELECT%201&user=jobs&password=${jobs}`)).status).toBe(200);
  });
});

test('ping answers without a password', async () => {
  const response = await fetch(`${address.url}/ping`);
  expect([response.status, await response.text()]).toEqual([200, 'Ok.\n']);
  expect(await warehouse.ping()).toBe(true);
});
