import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FeedName } from '@ascent/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, type Victim } from './killed-command';
import { sampleMarket } from './sample-market';
import { TEST_PERIOD } from './test-month';
import { writeMarket } from './write-market';

const KILLS = 40;
const ACCOUNTS = 1500;
const VICTIMS: Victim[] = ['command', 'warehouse', 'postgres'];
const STEPS = ['features', 'train', 'score', 'cohorts', 'rows', 'check', 'publish'];
/** Longer than any step takes here: some kills come between steps. */
const LATE_MS_MAX = 2500;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascent-soak-'));
  await writeMarket(sampleMarket(ACCOUNTS, TEST_PERIOD), join(folder, 'files'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test(`a month killed ${KILLS} times at odd moments ends in the bytes of an undisturbed one`, async () => {
  const cycle = ['cycle', 'run', TEST_PERIOD, '--json'];
  const hashes: string[] = [];
  let killed = 0;
  for (const data of ['calm', 'stormy'].map((name) => join(folder, name))) {
    for (const feed of FeedName.options)
      expect((await runCommand(data, ['ingest', feed, join(folder, 'files', `${feed}.csv`)])).code).toBe(0);
    for (let kill = 0; data.endsWith('stormy') && kill < KILLS; kill++) {
      const step = STEPS[kill % STEPS.length]!;
      const afterMs = (kill * 377) % LATE_MS_MAX;
      // Even a step that is done already is made again, so that every kill meets one at work.
      const args = [...cycle, '--from', step];
      const { struck } = await runCommand(data, args, {
        at: new RegExp(`^${step} \\(`, 'm'),
        victim: VICTIMS[kill % 3]!,
        afterMs,
      });
      if (struck) killed += 1;
    }
    const { code, stdout, stderr } = await runCommand(data, cycle);
    expect(code, stderr).toBe(0);
    hashes.push((JSON.parse(stdout) as { contentHash: string }).contentHash);
  }
  // Late blows may come when the command is done.
  expect(killed).toBeGreaterThan(KILLS / 2);
  expect(hashes[1]).toBe(hashes[0]);
}, 1_800_000);
