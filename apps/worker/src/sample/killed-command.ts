import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../env';
import { TYPESCRIPT } from '../start/worker';
import type { RunFile } from '../stores/run-file';

const CLI = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

export type Victim = 'command' | 'warehouse' | 'postgres';
/** Who is killed: so long after this was said. */
export type Killing = { at: RegExp; victim: Victim; afterMs?: number };
/** `struck`: the victim was alive when the signal was sent. */
export type Outcome = { code: number | null; stdout: string; stderr: string; struck: boolean };

/** For tests: a command in a process of its own on the data folder, killed with SIGKILL when told so. */
export function runCommand(data: string, args: string[], kill?: Killing): Promise<Outcome> {
  const child = spawn(process.execPath, [...TYPESCRIPT, CLI, ...args], {
    env: childEnvironment({ ASCENT_DATA: data, DATABASE_URL: '', CLICKHOUSE_URL: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  let blow: Promise<boolean> | null = null;
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    if (kill && !blow && kill.at.test(stderr)) blow = strike(data, kill, child);
  });
  return new Promise((done) =>
    child.on('close', async (code) => done({ code, stdout, stderr, struck: (await blow) ?? false })),
  );
}

async function strike(
  data: string,
  { victim, afterMs = 30 }: Killing,
  child: ChildProcess,
): Promise<boolean> {
  const { pids } = JSON.parse(await readFile(join(data, 'run.json'), 'utf8')) as RunFile;
  const pid = victim === 'command' ? child.pid! : pids[victim]!;
  // A moment into the step, so that it is caught at work.
  await new Promise((done) => setTimeout(done, afterMs));
  if (!isRunning(pid)) return false;
  process.kill(pid, 'SIGKILL');
  return true;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A dead process that nobody has asked after yet still has its number.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
