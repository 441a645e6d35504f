import { setMaxListeners } from 'node:events';
import { afterAll, expect, inject, test } from 'vitest';
import { privateServer } from './private-server';
import { stockClient, until } from './stock';

const shared = inject('warehouse');
const server = shared.ours ? await privateServer() : null;
if (!server) console.info('a real server: the lanes of the front are not looked at');
const address = server?.address ?? shared;
const [portal, exports, jobs] = (['portal', 'export', 'jobs'] as const).map((user) =>
  stockClient(address, user, { max_open_connections: 250 }),
) as [ReturnType<typeof stockClient>, ReturnType<typeof stockClient>, ReturnType<typeof stockClient>];
afterAll(async () => {
  await Promise.all([portal.close(), exports.close(), jobs.close()]);
  await server?.stop();
});

const json = async <T>(client: typeof portal, query: string, more = {}) =>
  (await client.query({ query, format: 'JSONEachRow', ...more })).json<T>();

const running = async () => {
  const [row] = await json<{ n: string }>(
    portal,
    "SELECT count() AS n FROM system.processes WHERE query LIKE '%sleepEachRow%' AND query NOT LIKE '%system.processes%'",
  );
  return Number(row!.n);
};

test('20 people are answered while scans and exports run', async () => {
  let heavy = 4;
  const scan = async () => {
    await json(jobs, 'SELECT sum(cityHash64(number)) FROM numbers(200000000)');
    heavy -= 1;
  };
  const download = async () => {
    const { stream } = await exports.exec({
      query: 'SELECT number, number FROM numbers(8000000) FORMAT CSV',
    });
    let bytes = 0;
    for await (const chunk of stream) bytes += (chunk as Buffer).length;
    heavy -= 1;
    return bytes;
  };
  const long = Promise.all([scan(), scan(), download(), download()]);
  const waits: number[] = [];
  const person = async (id: number) => {
    for (let i = 0; i < 3; i++) {
      const started = performance.now();
      const found = await json<{ n: string }>(
        portal,
        'SELECT count() AS n FROM numbers(100000) WHERE number % 20 = {id:UInt32}',
        { query_params: { id } },
      );
      waits.push(performance.now() - started);
      expect(Number(found[0]!.n)).toBe(5000);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, id) => person(id)));
  expect(heavy).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThan(4000);
  await long;
});

test.runIf(server)('beyond a full queue the answer is code 202 at once; who waits is answered', async () => {
  const { over } = await twoBusy();
  const outcomes = await Promise.allSettled(asked(130));
  const refused = outcomes.filter((each) => each.status === 'rejected');
  expect(refused).toHaveLength(30);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: '202' });
  await over;
  expect(await json(exports, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test.runIf(server)('who leaves the queue makes room in it', async () => {
  const { over } = await twoBusy();
  const impatient = new AbortController();
  setMaxListeners(200, impatient.signal);
  let refused = 0;
  const leaving = asked(130, impatient.signal).map((each) =>
    each.catch((cause: { code?: string }) => {
      if (cause.code === '202') refused += 1;
    }),
  );
  await until(() => refused === 30);
  impatient.abort();
  await Promise.all(leaving);
  expect(refused).toBe(30);
  const late = await Promise.allSettled(asked(90));
  expect(late.filter((each) => each.status === 'rejected')).toEqual([]);
  await over;
});

test('settings and parameters of one request are unknown to the next', async () => {
  const kinds = [
    { settings: { join_use_nulls: 1 as const }, expected: null },
    { settings: {}, expected: 0 },
  ];
  const ask = async (i: number) => {
    const { settings, expected } = kinds[i % 2]!;
    const [row] = await json<{ v: number | null; p: string }>(
      [portal, exports, jobs][i % 3]!,
      'SELECT r.b AS v, {p:String} AS p FROM (SELECT 1 AS a) AS l LEFT JOIN (SELECT 2 AS a, toInt32(5) AS b) AS r USING (a)',
      { query_params: { p: `p${i}` }, clickhouse_settings: settings },
    );
    expect(row).toEqual({ v: expected, p: `p${i}` });
  };
  let next = 0;
  const asker = async () => {
    while (next < 240) await ask(next++);
  };
  await Promise.all(Array.from({ length: 16 }, asker));
  await expect(json(portal, 'SELECT {p:String}')).rejects.toMatchObject({ code: '456' });
});

test.runIf(server)('hundreds of short queries during a long statement leave memory as it was', async () => {
  const abort = new AbortController();
  const long = jobs.command({
    query: 'CREATE TABLE slept ENGINE = Memory AS SELECT sleepEachRow(0.5) FROM numbers(100)',
    clickhouse_settings: { max_block_size: '1' },
    abort_signal: abort.signal,
  });
  const ended = expect(long).rejects.toThrow('abort');
  await until(async () => (await running()) === 1);
  const tracked = async () => {
    const sql = "SELECT toInt64(value) AS v FROM system.metrics WHERE metric = 'MemoryTracking'";
    return Number((await json<{ v: string }>(portal, sql))[0]!.v) / 2 ** 20;
  };
  const before = await tracked();
  let left = 600;
  const asker = async () => {
    while (left-- > 0) await json(portal, 'SELECT 1');
  };
  await Promise.all(Array.from({ length: 6 }, asker));
  expect((await tracked()) - before).toBeLessThan(400);
  expect(await running()).toBe(1);
  abort.abort();
  await ended;
});

function asked(count: number, abort_signal?: AbortSignal): Promise<unknown>[] {
  return Array.from({ length: count }, () => json(exports, 'SELECT 1 AS one', { abort_signal }));
}

/** Takes both places of the long lane for a second. */
async function twoBusy(): Promise<{ over: Promise<unknown> }> {
  const sleep = 'SELECT sleepEachRow(0.3) FROM numbers(4) SETTINGS max_block_size = 1';
  const over = Promise.all([json(jobs, sleep), json(jobs, sleep)]);
  await until(async () => (await running()) === 2);
  return { over };
}
