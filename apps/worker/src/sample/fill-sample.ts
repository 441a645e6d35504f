import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCycle } from '@ascent/pipeline';
import { addMonths, defaultCatalogue, FeedName, type Period } from '@ascent/schemas';
import { createUser } from '@ascent/services';
import type { Stores } from '../stores/open-stores';
import { ingestInto } from './ingest-into';
import { DONE, SEED, sampleMarket, usersOf } from './sample-market';
import { writeMarket } from './write-market';

export type SampleOptions = { folder: string; accounts: number; period: Period; password: string };
export type SampleTimes = { files: number; ingest: number; cycles: number };
type Filling = Pick<Stores, 'host' | 'auth' | 'warehouse'>;

/**
 * The first run's data, through the same door as anyone's: writes the market to files, ingests them, runs the last
 * two months and makes a user of each role. What a killed run finished is not done again. Times in milliseconds.
 */
export async function fillSample(
  stores: Filling,
  { folder, accounts, period, password }: SampleOptions,
  say: (line: string) => void,
): Promise<SampleTimes> {
  const market = sampleMarket(accounts, period);
  const files = await timed(async () => {
    if (existsSync(folder)) return;
    const partial = `${folder}.partial`;
    await rm(partial, { recursive: true, force: true });
    await writeMarket(market, partial, (rows) => say(`sample market: ${rows} rows written`));
    await rename(partial, folder);
  });
  const ingest = await timed(async () => {
    for (const [index, feed] of ['partners' as const, ...feedsBesidesPartners()].entries()) {
      say(`ingest ${feed} (${index + 1} of ${FeedName.options.length})`);
      await ingestInto(stores, { feed, path: join(folder, `${feed}.csv`) });
    }
  });
  const cycles = await timed(async () => {
    for (const month of [addMonths(period, -1), period]) {
      await runCycle({
        period: month,
        catalogue: defaultCatalogue,
        seed: SEED,
        warehouse: stores.warehouse,
        db: stores.host,
        onStep: ({ step, at, of, done }) => {
          if (!done) say(`cycle ${month}: ${step} (${at} of ${of})`);
        },
      });
    }
  });
  for (const { about: _about, ...user } of usersOf(market)) await createUser(stores, { ...user, password });
  await writeFile(join(folder, DONE), '');
  return { files, ingest, cycles };
}

function feedsBesidesPartners(): FeedName[] {
  return FeedName.options.filter((feed) => feed !== 'partners');
}

async function timed(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return Math.round(performance.now() - started);
}
