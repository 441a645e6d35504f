import { type EbmOptions, type FineTable, type FittedEbm, fitBinned, fitBinnedWith } from '@ascent/scoring';
import { openPool, type Pool } from './pool';
import { sharing } from './shared-table';

/** One model to train. */
export type TrainingJob = { table: FineTable; options: EbmOptions };
export type TrainOptions = {
  /** 1 trains on the calling thread. */
  threads: number;
  onDone?: (job: number, fitted: FittedEbm) => void;
};

/**
 * Trains several models side by side, or one by its bags; the models do not depend on how many threads there are.
 * Memory: the tables once more, in shared memory, and a few bags a thread.
 */
export async function trainOnThreads(
  jobs: TrainingJob[],
  { threads, onDone }: TrainOptions,
): Promise<FittedEbm[]> {
  const told = async (job: number, training: FittedEbm | Promise<FittedEbm>) => {
    const fitted = await training;
    onDone?.(job, fitted);
    return fitted;
  };
  if (threads <= 1) {
    const models: FittedEbm[] = [];
    for (const [at, { table, options }] of jobs.entries())
      models.push(await told(at, fitBinned(table, options)));
    return models;
  }
  const pool = openPool(Math.max(1, jobs.length === 1 ? threads : Math.min(threads, jobs.length)));
  const shared = sharing();
  try {
    return await Promise.all(
      jobs.map(({ table, options }, at) =>
        told(
          at,
          jobs.length === 1
            ? byBags(pool, shared(table), options)
            : pool.ask({ kind: 'model', table: shared(table), options }),
        ),
      ),
    );
  } finally {
    await pool.close();
  }
}

function byBags(pool: Pool, table: FineTable, options: EbmOptions): Promise<FittedEbm> {
  return fitBinnedWith(table, options, (jobs) =>
    Promise.all(jobs.map((job) => pool.ask({ kind: 'job', table, job }))),
  );
}
