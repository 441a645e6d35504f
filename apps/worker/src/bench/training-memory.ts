import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Bench, rounded } from './bench';

const ROWS = 2_000_000;
const MAIN = fileURLToPath(new URL('./training-memory-main.ts', import.meta.url));
/** What the whole process of the training may hold at most. */
const MEGABYTES_MAX = 3000;

export type MemoryRun = {
  seconds: number;
  auc: number | null;
  tableMegabytes: number;
  peakMegabytes: number;
};

/** One model of two million rows and 40 columns of bins in a process of its own: seconds, and the most memory it held. */
export const benchTrainingMemory: Bench = async (progress) => {
  progress(`${ROWS} rows`);
  const run = await new Promise<MemoryRun>((done, failed) => {
    const child = fork(MAIN, [String(ROWS)], { execArgv: process.execArgv });
    child.once('message', (message) => done(message as MemoryRun));
    child.once('exit', (code) => failed(new Error(`the training ended with code ${code}`)));
  });
  return {
    ours: rounded(run.seconds),
    peer: null,
    ratio: null,
    floor: null,
    unit: 'seconds',
    detail: { rows: ROWS, ...run, megabytesMax: MEGABYTES_MAX, isWithin: run.peakMegabytes < MEGABYTES_MAX },
  };
};
