import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './product';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascent-start-'));
});
const started: Product[] = [];
/** A test that fails leaves nothing behind that the next one would run into. */
afterEach(async () => {
  for (const product of started.splice(0)) await product.stop('SIGTERM');
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function start(): Promise<Product> {
  const product = await startProduct(folder, 0);
  started.push(product);
  return product;
}

const PROCESSES = ['start', 'postgres', 'warehouse', 'worker', 'portal', 'campaigns'];

test('an empty installation serves its sign-in; a second start on it is ready within 10 s', async () => {
  const first = await start();
  expect(Object.keys(first.run.pids).sort()).toEqual([...PROCESSES].sort());
  expect((await fetch(`${first.portal}/sign-in`)).status).toBe(200);
  await first.stop('SIGINT');
  await allGone(first);
  const second = await start();
  expect(second.readySeconds).toBeLessThan(10);
  expect(second.run.secrets).toEqual(first.run.secrets);
  await second.stop('SIGTERM');
  await allGone(second);
});

test('a Ctrl-C ends every process and leaves no lock', async () => {
  const product = await start();
  expect(existsSync(join(folder, 'run.lock'))).toBe(true);
  await product.stop('SIGINT');
  await allGone(product);
  expect(existsSync(join(folder, 'run.lock'))).toBe(false);
});

test('a supervisor that is killed leaves no process, and the next start takes the folder over', async () => {
  const killed = await start();
  await killed.stop('SIGKILL');
  await allGone(killed);
  const next = await start();
  expect((await fetch(`${next.portal}/sign-in`)).status).toBe(200);
  await next.stop('SIGTERM');
});

test('whatever is killed comes back by itself: app, worker, both stores', async () => {
  const product = await start();
  for (const name of ['portal', 'worker', 'warehouse', 'postgres'])
    process.kill(product.run.pids[name]!, 'SIGKILL');
  const ping = () => text(`http://127.0.0.1:${product.run.ports.warehouse}/ping`);
  await expect.poll(ping, { timeout: 15_000, interval: 250 }).toBe('Ok.\n');
  // The portal takes a request into PostgreSQL, the worker mails its receipt.
  await expect.poll(() => askForHelp(product.portal), { timeout: 15_000, interval: 250 }).toBe(200);
  const mailbox = () => text(`${product.portal}/mailbox`);
  await expect.poll(mailbox, { timeout: 15_000, interval: 500 }).toContain('vera@outside.example');
  await product.stop('SIGTERM');
});

async function text(address: string): Promise<string> {
  const answer = await fetch(address).catch(() => null);
  return (await answer?.text()) ?? 'no answer';
}

async function askForHelp(portal: string): Promise<number> {
  const json = {
    name: 'Vera Outside',
    email: 'vera@outside.example',
    summary: 'Is anybody there?',
    details: 'Everything was killed a moment ago.',
  };
  const answer = await fetch(`${portal}/api/trpc/ticket.openPublic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: portal },
    body: JSON.stringify({ json }),
  }).catch(() => null);
  return answer?.status ?? 0;
}

async function allGone({ run }: Product): Promise<void> {
  const alive = () => Object.entries(run.pids).flatMap(([name, pid]) => (isRunning(pid) ? [name] : []));
  await expect.poll(alive, { timeout: 15_000, interval: 100 }).toEqual([]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A dead process that nobody has asked after yet still has its number.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
