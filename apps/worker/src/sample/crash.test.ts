import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FeedName } from '@ascent/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childEnvironment } from '../env';
import { TYPESCRIPT } from '../start/worker';
import type { RunFile } from '../stores/run-file';
import { sampleMarket } from './fill-sample';
import { TEST_PERIOD } from './test-month';
import { writeMarket } from './write-market';

const CLI = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const ACCOUNTS = 800;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascent-crash-'));
  await writeMarket(sampleMarket(ACCOUNTS, TEST_PERIOD), join(folder, 'files'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

type Killing = { at: RegExp; victim: 'command' | 'warehouse' | 'postgres' };

/** Where a month is killed, in the order of its life. */
const KILLS: { args: string[]; kill: Killing }[] = [
  { args: ingest('accounts'), kill: { at: /accounts: reading/, victim: 'command' } },
  { args: ingest('transactions'), kill: { at: /transactions: checking/, victim: 'command' } },
  { args: ingest('signals'), kill: { at: /signals: reading/, victim: 'warehouse' } },
  { args: cycle(), kill: { at: /^features \(/m, victim: 'command' } },
  { args: cycle(), kill: { at: /^train \(/m, victim: 'postgres' } },
  { args: cycle(), kill: { at: /^score \(/m, victim: 'warehouse' } },
  { args: cycle(), kill: { at: /^cohorts \(/m, victim: 'command' } },
  { args: cycle(), kill: { at: /^rows \(/m, victim: 'command' } },
  { args: cycle(), kill: { at: /^publish \(/m, victim: 'command' } },
];

test('a month killed at nine points, each time run again, gives the bytes of an undisturbed one', async () => {
  const calm = join(folder, 'calm');
  for (const feed of FeedName.options) expect((await run(calm, ingest(feed))).code).toBe(0);
  const undisturbed = JSON.parse((await run(calm, cycle())).stdout) as { contentHash: string };

  const stormy = join(folder, 'stormy');
  const loaded = new Set<FeedName>();
  let killed = 0;
  for (const { args, kill } of KILLS) {
    // Feeds go in in their fixed order: the same loads in both months.
    for (const feed of FeedName.options) {
      if (args[0] === 'ingest' && args[1] === feed) break;
      if (!loaded.has(feed)) expect((await run(stormy, ingest(feed))).code).toBe(0);
      loaded.add(feed);
    }
    const { stderr } = await run(stormy, args, kill);
    expect(stderr).toMatch(kill.at);
    killed += 1;
  }
  const survivor = await run(stormy, cycle());
  expect(survivor.code, survivor.stderr).toBe(0);
  expect(killed).toBe(9);
  expect((JSON.parse(survivor.stdout) as { contentHash: string }).contentHash).toBe(undisturbed.contentHash);
  const verified = await run(stormy, ['audit', 'verify', '--json']);
  expect(JSON.parse(verified.stdout)).toMatchObject({ broken: [] });
}, 400_000);

test('a killed command leaves no process and no lock behind', async () => {
  const data = join(folder, 'left');
  const { stderr } = await run(data, ingest('accounts'), { at: /accounts: reading/, victim: 'command' });
  expect(stderr).toMatch(/accounts: reading/);
  const { pids } = JSON.parse(await readFile(join(data, 'run.json'), 'utf8')) as RunFile;
  await expect.poll(() => Object.values(pids).filter(isRunning), { timeout: 10_000 }).toEqual([]);
  expect((await run(data, ingest('accounts'))).code).toBe(0);
  expect(existsSync(join(data, 'run.lock'))).toBe(false);
}, 60_000);

function ingest(feed: FeedName): string[] {
  return ['ingest', feed, join('files', `${feed}.csv`), '--json'];
}

function cycle(): string[] {
  return ['cycle', 'run', TEST_PERIOD, '--json'];
}

function run(data: string, args: string[], kill?: Killing) {
  const child = spawn(process.execPath, [...TYPESCRIPT, CLI, ...args], {
    cwd: folder,
    env: childEnvironment({ ASCENT_DATA: data, DATABASE_URL: '', CLICKHOUSE_URL: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr, fired] = ['', '', false];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    if (kill && !fired && kill.at.test(stderr)) {
      fired = true;
      void strike(data, kill.victim, child);
    }
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) =>
    child.on('close', (code) => done({ code, stdout, stderr })),
  );
}

async function strike(data: string, victim: Killing['victim'], child: ChildProcess): Promise<void> {
  const { pids } = JSON.parse(await readFile(join(data, 'run.json'), 'utf8')) as RunFile;
  const pid = victim === 'command' ? child.pid! : pids[victim]!;
  // A moment into the step, so that it is caught at work.
  await new Promise((done) => setTimeout(done, 30));
  if (isRunning(pid)) process.kill(pid, 'SIGKILL');
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
