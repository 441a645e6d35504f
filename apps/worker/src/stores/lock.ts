import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who uses the data folder's stores: a serving `npm start`, or one command for as long as it runs. */
export type Owner = { pid: number; born: string; kind: 'start' | 'command' };
export type Lock = { release: () => Promise<void> };

const FILE = 'run.lock';

/** Takes the folder; null and nothing changed while a living process has it. A dead owner's lock is taken over. */
export async function takeLock(folder: string, kind: Owner['kind']): Promise<Lock | null> {
  const path = join(folder, FILE);
  const mine: Owner = { pid: process.pid, born: await birthOf(process.pid), kind };
  const text = JSON.stringify(mine);
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      return { release: () => rm(path, { force: true }) };
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'EEXIST') throw cause;
    }
    if (await lockOwner(folder)) return null;
    await rm(path, { force: true });
  }
  return null;
}

/** The living owner of the folder; null when it is free. */
export async function lockOwner(folder: string): Promise<Owner | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => null);
  if (text === null) return null;
  let owner: Owner;
  try {
    owner = JSON.parse(text) as Owner;
  } catch {
    return null;
  }
  return isAlive(owner.pid) && !(await isZombie(owner.pid)) && (await birthOf(owner.pid)) === owner.born
    ? owner
    : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}

/** When the process began, so that another one under the same number is not taken for it; '' where unknown. */
async function birthOf(pid: number): Promise<string> {
  return (await statOf(pid))[19] ?? '';
}

/** Dead, and only waiting for a parent that may never ask: it holds nothing. */
async function isZombie(pid: number): Promise<boolean> {
  return (await statOf(pid))[0] === 'Z';
}

/** The fields of a Linux process behind its name; none elsewhere. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
