import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockOwner, takeLock } from './lock';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascent-lock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('one process has the folder at a time, and it is free after it let go', async () => {
  const lock = await takeLock(folder, 'command');
  expect(await lockOwner(folder)).toMatchObject({ pid: process.pid, kind: 'command' });
  expect(await takeLock(folder, 'start')).toBeNull();
  await lock!.release();
  expect(await lockOwner(folder)).toBeNull();
});

test('the lock of a dead process, of another one under its number and a torn one are taken over', async () => {
  const child = spawn('true');
  await new Promise((done) => child.once('exit', done));
  const torn = '{"pid":';
  const dead = JSON.stringify({ pid: child.pid, born: '1', kind: 'start' });
  const reused = JSON.stringify({ pid: process.pid, born: 'another time', kind: 'start' });
  for (const left of [torn, dead, reused]) {
    await writeFile(join(folder, 'run.lock'), left);
    const lock = await takeLock(folder, 'start');
    expect(lock).not.toBeNull();
    await lock!.release();
  }
});
