import { join } from 'node:path';
import { runCycle } from '@ascent/pipeline';
import { defaultCatalogue, FeedName } from '@ascent/schemas';
import { ingestInto } from '../sample/ingest-into';
import { sampleMarket } from '../sample/sample-market';
import { writeMarket } from '../sample/write-market';
import { type Bench, peakMegabytes, rounded, secondsOf, withPrivateStores } from './bench';

const PERIOD = '2026-10';
const SIZES = [10_000, 100_000] as const;

type Run = {
  accounts: number;
  steps: Record<string, number>;
  total: number;
  warehouseMegabytes: number | null;
};

/** The month at two sizes by step, and how each step grows: 1 = with the number of accounts. */
export const benchMonth: Bench = async (progress) => {
  const runs: Run[] = [];
  for (const accounts of SIZES) runs.push(await monthOf(accounts, progress));
  const [small, large] = runs as [Run, Run];
  const growth = (step: string) =>
    rounded(
      Math.log(large.steps[step]! / Math.max(small.steps[step]!, 0.001)) / Math.log(SIZES[1] / SIZES[0]),
    );
  return {
    ours: large.total,
    peer: null,
    ratio: null,
    floor: null,
    unit: 'seconds',
    detail: {
      runs,
      growth: Object.fromEntries(Object.keys(large.steps).map((step) => [step, growth(step)])),
      workerMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
};

function monthOf(accounts: number, progress: (line: string) => void): Promise<Run> {
  return withPrivateStores(progress, async (stores, folder) => {
    const files = join(folder, 'files');
    progress(`${accounts} accounts: files`);
    await writeMarket(sampleMarket(accounts, PERIOD), files);
    const ingest = await secondsOf(async () => {
      for (const feed of FeedName.options) {
        progress(`${accounts} accounts: ingest ${feed}`);
        await ingestInto(stores, { feed, path: join(files, `${feed}.csv`) });
      }
    });
    const { steps } = await runCycle({
      period: PERIOD,
      catalogue: defaultCatalogue,
      seed: 1,
      warehouse: stores.warehouse,
      db: stores.host,
      onStep: ({ step, done }) => {
        if (!done) progress(`${accounts} accounts: ${step}`);
      },
    });
    const seconds = Object.entries(steps).map(([step, ms]) => [step, rounded(ms / 1000)] as const);
    return {
      accounts,
      steps: { ingest: rounded(ingest), ...Object.fromEntries(seconds) },
      total: rounded(seconds.reduce((sum, [, each]) => sum + each, 0)),
      warehouseMegabytes: await peakMegabytes(stores.run.pids.warehouse!),
    };
  });
}
