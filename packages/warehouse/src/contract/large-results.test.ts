import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { connectWarehouse } from '../client';
import { peakMbDuring, privateServer, residentMb } from './private-server';
import { stockClient } from './stock';

const shared = inject('warehouse');
const server = shared.ours ? await privateServer() : null;
if (!server) console.info('a real server: the memory of the front is not looked at');
const address = server?.address ?? shared;
const client = stockClient(address, 'export');
afterAll(async () => {
  await client.close();
  await server?.stop();
});

const peakDuring = (run: () => Promise<void>) =>
  server ? peakMbDuring(server.pid(), run) : run().then(() => 0);

const ROWS = 9_000_000;
const ROW = `number AS n, concat(repeat('x', 100), toString(number % 10)) AS s`;

/** The digits of 0 to `count` - 1 written one after the other. */
function digits(count: number): number {
  let sum = 0;
  for (let from = 0, width = 1; from < count; from = 10 ** width, width++)
    sum += (Math.min(count, 10 ** width) - from) * width;
  return sum;
}

test('9M rows of 1 GB arrive whole, the first bytes at once, in bounded memory of the front', async () => {
  const started = performance.now();
  let [first, bytes] = [0, 0];
  const peak = await peakDuring(async () => {
    const { stream } = await client.exec({
      query: `SELECT ${ROW} FROM numbers(${ROWS}) FORMAT JSONEachRow`,
      clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
    });
    for await (const chunk of stream) {
      first ||= performance.now() - started;
      bytes += (chunk as Buffer).length;
    }
  });
  expect(bytes).toBe(digits(ROWS) + ROWS * '{"n":,"s":""}\n'.length + ROWS * 101);
  expect(bytes).toBeGreaterThan(10 ** 9);
  expect(first).toBeLessThan((performance.now() - started) / 4);
  expect(peak).toBeLessThan(700);
});

test('a CSV of many rows through our own client arrives whole', async () => {
  const warehouse = connectWarehouse({ ...target(), database: 'default' });
  const stream = await warehouse.bytes({
    sql: `SELECT number FROM numbers(${ROWS})`,
    format: 'CSVWithNames',
  });
  let bytes = 0;
  for await (const chunk of stream) bytes += (chunk as Buffer).length;
  expect(bytes).toBe('"number"\n'.length + digits(ROWS) + ROWS);
  await warehouse.close();
});

test.runIf(server)('a client that stops reading neither grows the front nor loses its place', async () => {
  const rows = 2_000_000;
  const { stream } = await client.exec({
    query: `SELECT ${ROW} FROM numbers(${rows}) FORMAT CSV`,
  });
  const chunks = stream[Symbol.asyncIterator]();
  let bytes = ((await chunks.next()).value as Buffer).length;
  await pause(300);
  const before = residentMb(server!.pid());
  await pause(1200);
  expect(residentMb(server!.pid())).toBeLessThan(before + 60);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) bytes += next.value.length;
  expect(bytes).toBe(digits(rows) + rows * ',""\n'.length + rows * 101);
});

test.runIf(server)('the connection is not littered by waiting', async () => {
  expect(server!.log.join('\n')).not.toMatch(/MaxListenersExceeded/);
});

function target() {
  return { url: address.url, user: shared.ours ? 'export' : 'default', password: address.tokens.export };
}
