import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { startWarehouse } from '../server';
import { frontsOn, isAlive, privateServer } from './private-server';
import { stockClient, until } from './stock';

const ours = inject('warehouse').ours;
if (!ours) console.info('a real server is not supervised by us');
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const SERVER = fileURLToPath(new URL('../server/index.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'ascent-supervision-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const LONG = { query: 'SELECT max(cityHash64(number)) FROM numbers(20000000000)' };
const isUp = async (url: string) => (await fetch(`${url}/ping`).catch(() => null))?.ok ?? false;

/** A process that starts a front and does nothing more; it prints the address once there is one. */
function parent(dataDir: string): ChildProcess {
  const code = `const { startWarehouse } = await import(${JSON.stringify(pathToFileURL(SERVER).href)});
    const { url, tokens } = await startWarehouse({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ url, tokens, ours: true }));`;
  const child = spawn(process.execPath, ['--import', LOADER, '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

describe.runIf(ours)('the supervisor', () => {
  test('leaves no process behind when it stops, and never starts another', async () => {
    const server = await privateServer();
    const pid = server.pid();
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    await pause(300);
    expect(frontsOn(server.dataDir)).toEqual([]);
    expect(server.restarts()).toBe(0);
    await server.stop();
  });

  test('stops soon although a long statement runs, whose client is told', async () => {
    const server = await privateServer();
    const client = stockClient(server.address, 'export');
    const asked = client.query({ ...LONG, format: 'JSONEachRow' }).catch((cause: Error) => cause);
    await pause(200);
    const started = performance.now();
    await server.stop();
    expect(performance.now() - started).toBeLessThan(5000);
    expect(frontsOn(server.dataDir)).toEqual([]);
    expect(await asked).toBeInstanceOf(Error);
    await client.close();
  });

  test('stops although it was just about to start again', async () => {
    const server = await privateServer();
    process.kill(server.pid(), 'SIGKILL');
    await until(() => server.restarts() === 1);
    await server.stop();
    await pause(400);
    expect(frontsOn(server.dataDir)).toEqual([]);
  });

  test('starts again on the same port with the same passwords, and counts', async () => {
    const server = await privateServer();
    onTestFinished(server.stop);
    const client = stockClient(server.address, 'portal');
    const first = server.pid();
    process.kill(first, 'SIGKILL');
    expect(await until(async () => server.pid() !== first && (await isUp(server.url)))).toBeLessThan(5000);
    expect(await (await client.query({ query: 'SELECT 1 AS one', format: 'JSONEachRow' })).json()).toEqual([
      { one: 1 },
    ]);
    expect(server.restarts()).toBe(1);
    await client.close();
  });

  test('tries again when a start fails too', async () => {
    const server = await privateServer();
    onTestFinished(server.stop);
    process.kill(server.pid(), 'SIGKILL');
    const squatter = createServer();
    await until(() => server.restarts() === 1);
    await once(squatter.listen(server.port, '127.0.0.1'), 'listening');
    await until(() => server.restarts() >= 3, 10_000);
    squatter.close();
    await until(() => isUp(server.url), 10_000);
    expect(server.log.join('\n')).toContain('EADDRINUSE');
  });

  test('says why a first start failed, and leaves it at that', async () => {
    const squatter = createServer();
    await once(squatter.listen(0, '127.0.0.1'), 'listening');
    const { port } = squatter.address() as { port: number };
    const dataDir = join(folder, 'taken');
    await expect(startWarehouse({ dataDir, port })).rejects.toThrow(/EADDRINUSE/);
    await pause(500);
    expect(frontsOn(dataDir)).toEqual([]);
    squatter.close();
  });

  test('waits for a folder that another process still holds', async () => {
    const holder = await privateServer();
    const waiting = startWarehouse({ dataDir: holder.dataDir });
    await pause(1500);
    expect(frontsOn(holder.dataDir)).toHaveLength(2);
    process.kill(holder.pid(), 'SIGTERM');
    const second = await waiting.finally(holder.stop);
    expect(await isUp(second.url)).toBe(true);
    await second.stop();
  });
});

describe.runIf(ours)('no front outlives its parent', () => {
  test.each(['idle', 'busy'])('that is killed while the front is %s', async (state) => {
    const dataDir = join(folder, state);
    const dying = parent(dataDir);
    const [line] = (await once(dying.stdout!, 'data')) as [Buffer];
    const client = stockClient(JSON.parse(String(line)), 'export');
    const asked = state === 'busy' ? client.query(LONG).catch(() => undefined) : null;
    await pause(200);
    expect(frontsOn(dataDir)).toHaveLength(1);
    dying.kill('SIGKILL');
    await until(() => frontsOn(dataDir).length === 0, 2000);
    await asked;
    await client.close();
  });

  test('that is killed while the front starts', async () => {
    const dataDir = join(folder, 'starting');
    const dying = parent(dataDir);
    await until(() => frontsOn(dataDir).length === 1);
    dying.kill('SIGKILL');
    await until(() => frontsOn(dataDir).length === 0);
  });
});
