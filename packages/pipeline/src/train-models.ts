import { availableParallelism } from 'node:os';
import { type Trained, type TrainingJob, trainModel } from '@ascent/scoring';
import { openPool } from './threads/pool';

/** More threads than this hold more memory than they save time: a month has some fifteen models. */
const THREADS_MAX = 8;

/** Trains models side by side on as many threads as there are cores; what comes out does not depend on how many. */
export async function trainModels(
  jobs: readonly TrainingJob[],
  threads = Math.min(THREADS_MAX, availableParallelism()),
): Promise<Trained[]> {
  if (threads <= 1 || jobs.length <= 1) return jobs.map(trainModel);
  const pool = openPool(Math.min(threads, jobs.length));
  try {
    return await Promise.all(jobs.map((job) => pool.ask({ kind: 'card', job })));
  } finally {
    await pool.close();
  }
}
