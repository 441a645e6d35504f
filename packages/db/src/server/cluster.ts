import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries';
import { type Launch, NOBODY, runAs } from './run-as';

const CLUSTER_NAME =
  /^(PG_VERSION|base|global|current_logfiles|pg_[a-z_]+(\.conf)?|postgresql\.[a-z.]+|postmaster\.[a-z]+)$/;

/** Makes the folder a database cluster unless it is one; a half-made one is made again. */
export async function ensureCluster(binaries: Binaries, dataDir: string, password: string): Promise<void> {
  await Promise.all([ensureExecutable(binaries.initdb), ensureExecutable(binaries.postgres)]);
  const done = join(dataDir, 'ascent-initdb-done');
  if (existsSync(done)) return;
  await refuseForeign(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataDir}.pw`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (await asNobody(dataDir)) {
    await chown(dataDir, NOBODY, NOBODY);
    await chown(passwordFile, NOBODY, NOBODY);
  }
  try {
    const flags = [
      '-D',
      dataDir,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ];
    await finished(await launch(binaries.initdb, flags, dataDir));
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(done, '');
}

/** A half-made cluster goes; what somebody else put there stays. */
async function refuseForeign(dataDir: string): Promise<void> {
  const names = await readdir(dataDir).catch(() => []);
  const foreign = names.find((name) => !CLUSTER_NAME.test(name));
  if (foreign !== undefined)
    throw new Error(`${dataDir}: not a folder for PostgreSQL, for ${foreign} is in it`);
}

export async function launch(program: string, args: string[], dataDir: string): Promise<Launch> {
  const root = process.getuid?.() === 0;
  return runAs(program, args, {
    linux: platform() === 'linux',
    root,
    dataReachable: root ? await reachable(dataDir) : true,
  });
}

async function asNobody(dataDir: string): Promise<boolean> {
  return platform() === 'linux' && process.getuid?.() === 0 && (await reachable(dataDir));
}

/** Whether every folder above may be entered by anybody. */
async function reachable(path: string): Promise<boolean> {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
  }
  return true;
}

async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

function finished({ command, args }: Launch): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb failed (${code}): ${said.slice(-2000)}`)),
    );
  });
}
