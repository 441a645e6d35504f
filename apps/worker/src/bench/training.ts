import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { trainOnThreads } from '@ascent/pipeline';
import {
  type Column,
  type EbmTable,
  type FittedEbm,
  findFeature,
  fineTable,
  predict,
  rocAuc,
  takeRows,
} from '@ascent/scoring';
import type { Progress } from '../cli/verb';
import { type Bench, rounded, secondsOf } from './bench';
import { trainingTable } from './training-table';

const ROWS = 200_000;
const TEST_ROWS = 50_000;
const SEED = 7;
const OPTIONS = { seed: 1 };
const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('./xgboost-peer.py', import.meta.url));

/** One model of 200,000 rows and 40 columns, bins included, on one thread against tuned XGBoost hist on one thread. */
export const benchTraining: Bench = async (progress) => {
  progress('the table');
  const all = trainingTable(ROWS + TEST_ROWS, SEED);
  const train = takeRows(
    all,
    Uint32Array.from({ length: ROWS }, (_, row) => row),
  );
  const test = takeRows(
    all,
    Uint32Array.from({ length: TEST_ROWS }, (_, row) => ROWS + row),
  );
  progress('XGBoost');
  const peer = await xgboost({ train, test }, progress);
  progress('ours on one thread');
  let fitted: FittedEbm | null = null;
  const ours = await secondsOf(async () => {
    fitted = await trainedOn(train, 1);
  });
  progress('ours on two threads');
  const onTwo = await secondsOf(() => trainedOn(train, 2));
  const { model, method } = fitted!;
  return {
    ours: rounded(ours),
    peer: peer && rounded(peer.seconds),
    ratio: peer && rounded(peer.seconds / ours),
    floor: null,
    unit: 'seconds',
    detail: {
      rows: ROWS,
      columns: all.columns.length,
      method,
      auc: rounded(rocAuc(predict(model, test.columns), test.labels) ?? 0.5),
      peerAuc: peer && rounded(peer.auc),
      peerRounds: peer?.rounds ?? null,
      peerVersion: peer?.version ?? null,
      secondsOnTwoThreads: rounded(onTwo),
      speedUpOnTwoThreads: rounded(ours / onTwo),
      workerMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
};

async function trainedOn(table: EbmTable, threads: number): Promise<FittedEbm> {
  const binned = fineTable(table.columns.map(findFeature), table);
  const [fitted] = await trainOnThreads([{ table: binned, options: OPTIONS }], { threads });
  return fitted!;
}

type Peer = { seconds: number; auc: number; rounds: number; version: string };

/** Null, and a word about it, where Python or XGBoost is absent. */
async function xgboost(
  tables: { train: EbmTable; test: EbmTable },
  progress: Progress,
): Promise<Peer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-bench-'));
  try {
    const { columns } = tables.train;
    const categories = columns.flatMap((column) =>
      column.kind === 'category' ? [[column.name, column.levels.length]] : [],
    );
    const about = {
      train: tables.train.labels.length,
      test: tables.test.labels.length,
      columns: columns.map(({ name }) => name),
      categories: Object.fromEntries(categories),
    };
    await writeFile(join(folder, 'about.json'), JSON.stringify(about));
    for (const [name, table] of Object.entries(tables)) {
      await writeFile(join(folder, `${name}.f32`), Buffer.concat(table.columns.map(asFloats)));
      await writeFile(join(folder, `${name}.u8`), table.labels);
    }
    const { stdout } = await promisify(execFile)(PYTHON, [SCRIPT, folder], {
      env: { PATH: '/usr/bin:/bin', OMP_WAIT_POLICY: 'PASSIVE' },
    });
    return JSON.parse(stdout) as Peer;
  } catch (cause) {
    progress(`no peer: ${PYTHON} with xgboost, sklearn and pandas did not run (${firstLine(cause)})`);
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function asFloats(column: Column): Buffer {
  return Buffer.from(Float32Array.from(column.kind === 'number' ? column.values : column.codes).buffer);
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message.trim() : String(cause);
  return text.split('\n').at(-1)!;
}
