import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { drained, isStreamable } from './respond-read';

/** Both ends of a response that is written to until it is full. */
async function fullResponse(): Promise<{ response: ServerResponse; reading: IncomingMessage }> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const asked = get({ port: (server.address() as AddressInfo).port });
  asked.on('error', () => undefined);
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  onTestFinished(() => {
    asked.destroy();
    server.close();
  });
  const block = Buffer.alloc(2 ** 20);
  while (response.write(block));
  const [reading] = (await once(asked, 'response')) as [IncomingMessage];
  reading.on('error', () => undefined);
  for (let waits = 0; waits < 64; waits++) response.write(block);
  return { response, reading };
}

test('writing goes on when the client reads on', async () => {
  const { response, reading } = await fullResponse();
  const waits = drained(response, 5000);
  reading.resume();
  await waits;
  expect(response.destroyed).toBe(false);
});

test('writing ends when the client goes away', async () => {
  const { response, reading } = await fullResponse();
  const waits = drained(response, 5000);
  reading.destroy();
  await waits;
  expect(response.destroyed).toBe(true);
});

test('a client that reads nothing for too long is cut off', async () => {
  const { response } = await fullResponse();
  await drained(response, 100);
  expect(response.destroyed).toBe(true);
});

test('a slow client that takes a little now and then is not cut off', async () => {
  const { response, reading } = await fullResponse();
  const started = performance.now();
  const waits = drained(response, 300);
  const sips = setInterval(() => {
    reading.read();
    if (performance.now() - started > 1000) reading.resume();
  }, 5);
  await waits;
  clearInterval(sips);
  expect(response.destroyed).toBe(false);
  expect(performance.now() - started).toBeGreaterThan(900);
});

test('waiting a thousand times leaves no listeners', async () => {
  const { response, reading } = await fullResponse();
  const before = response.listenerCount('close');
  reading.resume();
  await drained(response, 5000);
  for (let times = 0; times < 1000; times++) {
    const waits = drained(response, 5000);
    response.emit('drain');
    await waits;
  }
  expect(response.listenerCount('close')).toBe(before);
  expect(response.listenerCount('drain')).toBe(0);
});

test('only formats whose blocks may follow one another are streamed', () => {
  for (const format of ['JSONEachRow', 'CSV', 'CSVWithNames', 'RowBinary'])
    expect(isStreamable(format)).toBe(true);
  for (const format of ['JSON', 'Parquet', 'Pretty', 'XML', 'constructor', 'toString', '__proto__'])
    expect(isStreamable(format)).toBe(false);
});
