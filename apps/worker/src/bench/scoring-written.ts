import { restOn, scoreAccounts } from '@ascent/pipeline';
import { scoresOf } from '@ascent/warehouse';
import { z } from 'zod';
import type { Progress } from '../cli/verb';
import { type Bench, type BenchResult, rounded, withPrivateStores } from './bench';
import { costOf, DAY, fillBins, QUARTER_DAY, SHAPES, scoringOf } from './scoring-table';

const ACCOUNTS = 10_000_000;
/** One account of twenty differs in the correction. */
const CHANGED_EVERY = 20;

/** All accounts scored and written as the month does it, every product's drivers included, and a twentieth of them again. */
export const benchScoringWritten: Bench = (progress) => benchScoringWrittenOf(ACCOUNTS, progress);

function benchScoringWrittenOf(accounts: number, progress: Progress): Promise<BenchResult> {
  return withPrivateStores(progress, async (stores) => {
    const { warehouse } = stores;
    const [shape] = SHAPES as [(typeof SHAPES)[number]];
    progress('bins');
    const features = await fillBins(warehouse, { release: 'whole', accounts, shape });
    await fillBins(warehouse, { release: 'changed', accounts, shape, every: CHANGED_EVERY });
    const sql = `SELECT sum(${features.map(({ fact }) => `b_${fact}`).join(' + ')}) AS n FROM feature_bins WHERE release_id = 'whole' AND as_of = '${DAY}'`;
    const read = () => warehouse.query({ sql, schema: z.any() });
    await read();
    const floor = await costOf(stores, read);
    progress('all accounts, without drivers');
    const { products, ...rest } = scoringOf('whole', shape);
    const plain = await costOf(stores, () =>
      scoreAccounts(warehouse, { ...rest, products, releaseId: 'plain', withDrivers: false }),
    );
    await warehouse.command({ sql: "ALTER TABLE account_scores DROP PARTITION 'plain'" });
    progress('all accounts');
    const whole = await costOf(stores, () => scoreAccounts(warehouse, { ...rest, products }));
    progress('fit from the quarter’s day');
    await fillBins(warehouse, { release: 'whole', accounts, shape, day: QUARTER_DAY });
    const days = { fit: QUARTER_DAY, score: DAY };
    const later = await costOf(stores, () =>
      scoreAccounts(warehouse, { ...rest, products, releaseId: 'later', days }),
    );
    await warehouse.command({ sql: "ALTER TABLE account_scores DROP PARTITION 'later'" });
    progress('a twentieth of them');
    const changed = await costOf(stores, async () => {
      await scoreAccounts(warehouse, scoringOf('changed', shape));
      await restOn(warehouse, { releaseId: 'changed', base: 'whole' });
    });
    progress('reading both as one');
    const [{ n }] = (await warehouse.query({
      sql: `SELECT count() AS n FROM ${scoresOf('changed')}`,
      schema: z.object({ n: z.number() }),
    })) as [{ n: number }];
    if (n !== accounts) throw new Error(`${n} of ${accounts} accounts have scores`);
    const cost = ({ cpu, wall }: { cpu: number; wall: number }) => ({
      wall: rounded(wall),
      cpu: rounded(cpu),
      nanosecondsAnAccount: Math.round((cpu / accounts) * 1e9),
      timesTheBareRead: Math.round(cpu / floor.cpu),
    });
    return {
      ours: rounded(whole.wall),
      peer: null,
      ratio: null,
      floor: rounded(floor.wall),
      unit: 'seconds',
      detail: {
        accounts,
        bareRead: cost(floor),
        withoutDrivers: cost(plain),
        withDriversOfAllProducts: cost(whole),
        withFitOfTheQuartersDay: cost(later),
        aTwentiethAgain: {
          ...cost(changed),
          shareOfWall: rounded(changed.wall / whole.wall),
          shareOfCpu: rounded(changed.cpu / whole.cpu),
        },
      },
    };
  });
}
