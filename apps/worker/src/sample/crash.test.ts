import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCycle } from '@ascent/pipeline';
import { defaultCatalogue, FeedName } from '@ascent/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStores } from '../stores/open-stores';
import type { RunFile } from '../stores/run-file';
import { ingestInto } from './ingest-into';
import { isRunning, type Killing, runCommand } from './killed-command';
import { sampleMarket } from './sample-market';
import { TEST_PERIOD } from './test-month';
import { writeMarket } from './write-market';

const ACCOUNTS = 500;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascent-crash-'));
  await writeMarket(sampleMarket(ACCOUNTS, TEST_PERIOD), join(folder, 'files'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Where a month is killed, in the order of its life; `npm run soak` kills it at forty points. */
const kills = (): { args: string[]; kill: Killing }[] => [
  { args: ingest('accounts'), kill: { at: /accounts: reading/, victim: 'command' } },
  { args: ingest('signals'), kill: { at: /signals: reading/, victim: 'warehouse' } },
  { args: cycle(), kill: { at: /^train \(/m, victim: 'command' } },
  { args: cycle('score'), kill: { at: /^score \(/m, victim: 'warehouse' } },
  { args: cycle('rows'), kill: { at: /^rows \(/m, victim: 'postgres' } },
];

test('a month killed at five points, each time run again, gives the bytes of an undisturbed one', async () => {
  const undisturbed = await calmMonth();
  const stormy = join(folder, 'stormy');
  const loaded = new Set<FeedName>();
  for (const { args, kill } of kills()) {
    // Feeds go in in their fixed order: the same loads in both months.
    for (const feed of FeedName.options) {
      if (args[0] === 'ingest' && args[1] === feed) break;
      if (!loaded.has(feed)) expect((await runCommand(stormy, ingest(feed))).code).toBe(0);
      loaded.add(feed);
    }
    const { struck, code } = await runCommand(stormy, args, kill);
    expect(struck, `${args.join(' ')}: ${kill.victim}`).toBe(true);
    // A command that was killed never ended by itself.
    if (kill.victim === 'command') expect(code).toBeNull();
  }
  const survivor = await runCommand(stormy, cycle());
  expect(survivor.code, survivor.stderr).toBe(0);
  expect((JSON.parse(survivor.stdout) as { contentHash: string }).contentHash).toBe(undisturbed);
  const verified = await runCommand(stormy, ['audit', 'verify', '--json']);
  expect(JSON.parse(verified.stdout)).toMatchObject({ broken: [] });
}, 400_000);

test('a killed command leaves no process and no lock behind', async () => {
  const data = join(folder, 'left');
  const { struck } = await runCommand(data, ingest('accounts'), {
    at: /accounts: reading/,
    victim: 'command',
  });
  expect(struck).toBe(true);
  const { pids } = JSON.parse(await readFile(join(data, 'run.json'), 'utf8')) as RunFile;
  await expect.poll(() => Object.values(pids).filter(isRunning), { timeout: 10_000 }).toEqual([]);
  expect((await runCommand(data, ingest('accounts'))).code).toBe(0);
  expect(existsSync(join(data, 'run.lock'))).toBe(false);
}, 60_000);

/** The same in one process that nobody disturbs; the hash of what it gave. */
async function calmMonth(): Promise<string> {
  const stores = await openStores(join(folder, 'calm'), () => undefined);
  try {
    for (const feed of FeedName.options)
      await ingestInto(stores, { feed, path: join(folder, 'files', `${feed}.csv`) });
    const { warehouse, host: db } = stores;
    const options = { period: TEST_PERIOD, catalogue: defaultCatalogue, seed: 1, warehouse, db };
    return (await runCycle(options)).contentHash;
  } finally {
    await stores.close();
  }
}

function ingest(feed: FeedName): string[] {
  return ['ingest', feed, join(folder, 'files', `${feed}.csv`), '--json'];
}

/** With `from` that step runs in any case: a warehouse that is killed between two statements is not always missed. */
function cycle(from?: string): string[] {
  return ['cycle', 'run', TEST_PERIOD, '--json', ...(from ? ['--from', from] : [])];
}
