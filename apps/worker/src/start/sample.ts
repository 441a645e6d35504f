import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Db } from '@ascent/db';
import { childEnvironment, sampleAccounts } from '../env';
import type { SampleTimes } from '../sample/fill-sample';
import { DONE } from '../sample/sample-market';
import { TYPESCRIPT } from './worker';

const CLI = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** Whether this start has the sample to make: nothing was loaded yet, or an earlier start was killed on the way. */
export async function sampleIsDue(folder: string, host: Db): Promise<boolean> {
  if (sampleAccounts() === 0 || existsSync(join(folder, 'sample', DONE))) return false;
  const begun = existsSync(join(folder, 'sample')) || existsSync(join(folder, 'sample.partial'));
  if (begun) return true;
  // Read on this one way only: it is most of what a start would read.
  const { listLoads } = await import('@ascent/services');
  return (await listLoads(host)).length === 0;
}

export type SampleRun = { done: Promise<SampleTimes>; stop: () => void };

/** Makes the sample in a process of its own, which can be stopped while it computes. */
export function runSample(folder: string, say: (line: string) => void): SampleRun {
  const child = fork(CLI, ['sample', '--json'], {
    env: childEnvironment({ ASCENT_DATA: folder }),
    execArgv: TYPESCRIPT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let result = '';
  let last = '';
  child.stdout?.on('data', (chunk) => {
    result += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    for (const line of String(chunk).split('\n').filter(Boolean)) {
      last = line;
      say(line);
    }
  });
  const done = new Promise<SampleTimes>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve((JSON.parse(result) as { times: SampleTimes }).times)
        : reject(new Error(`the sample could not be made: ${last}`)),
    );
  });
  return { done, stop: () => child.kill('SIGKILL') };
}
