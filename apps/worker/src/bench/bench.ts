import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '../cli/verb';
import { openStores, type Stores } from '../stores/open-stores';

/** `ours` and `peer` are costs in the same unit of the same run; `ratio` is peer over ours: above 1 we are ahead. */
export type BenchResult = {
  ours: number;
  peer: number | null;
  ratio: number | null;
  floor: number | null;
  unit: 'seconds' | 'nanoseconds an account' | 'share of the truth';
  detail: Record<string, unknown>;
};

export type Bench = (progress: Progress) => Promise<BenchResult>;

/** Runs on stores and files of its own, which are gone afterwards. */
export async function withPrivateStores<T>(
  progress: Progress,
  run: (stores: Stores, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-bench-'));
  try {
    const stores = await openStores(join(folder, 'data'), progress);
    try {
      return await run(stores, folder);
    } finally {
      await stores.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

/** The most memory a process ever held, in MB; null where the system does not tell. */
export async function peakMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
