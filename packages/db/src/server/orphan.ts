import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const STOP_MS_MAX = 10_000;

/**
 * Stops a server that an earlier, killed parent left on this folder. A number in the pid file may long belong to
 * somebody else, and a server whose parent lives is nobody's orphan.
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid || !(await isServerOf(dataDir, pid))) {
    // PostgreSQL would not start while a process of that number runs, whatever it is.
    await rm(file, { force: true });
    return;
  }
  // Orphans belong to the first process, which may be one of ours in a container.
  const owner = await parentOf(pid);
  if (owner > 1 && (await commandOf(owner)).includes(process.execPath))
    throw new Error(`${dataDir}: its PostgreSQL is run by process ${owner}; stop that one first`);
  process.kill(pid, 'SIGINT');
  const started = Date.now();
  while (await isServerOf(dataDir, pid)) {
    if (Date.now() - started > STOP_MS_MAX) process.kill(pid, 'SIGKILL');
    await pause(50);
  }
}

async function isServerOf(dataDir: string, pid: number): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(dataDir);
}

/** Empty when there is no such process. */
async function commandOf(pid: number): Promise<string> {
  if (platform() === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  return ps(pid, 'command');
}

async function parentOf(pid: number): Promise<number> {
  if (platform() !== 'linux') return Number(await ps(pid, 'ppid'));
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}

async function ps(pid: number, field: 'command' | 'ppid'): Promise<string> {
  const asked = promisify(execFile)('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)]);
  return (await asked.catch(() => ({ stdout: '' }))).stdout.trim();
}
