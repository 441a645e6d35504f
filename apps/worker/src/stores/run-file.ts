import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES, type RolePasswords } from '@ascent/db';
import { newTokens, type Tokens } from '@ascent/warehouse/server';

type Ports = { postgres: number; warehouse: number; portal: number; campaigns: number; mail: number };

/** `data/run.json`: the installation's own secrets, where its stores listen and which processes serve. */
export type RunFile = {
  secrets: {
    postgres: string;
    roles: RolePasswords;
    warehouse: Tokens;
    signIn: string;
    samplePassword: string;
  };
  ports: Ports;
  pids: Record<string, number>;
  /** The stores of a running `npm start` answer. */
  ready: boolean;
};

const FILE = 'run.json';

/** Reads it, or makes a new one with fresh secrets. */
export async function openRunFile(folder: string): Promise<RunFile> {
  await mkdir(folder, { recursive: true });
  return (await readRunFile(folder)) ?? fresh();
}

export async function readRunFile(folder: string): Promise<RunFile | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as RunFile);
}

/** Whole or not at all: a crash leaves the old file. */
export async function writeRunFile(folder: string, run: RunFile): Promise<void> {
  const path = join(folder, FILE);
  const next = `${path}.${process.pid}`;
  await writeFile(next, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  await chmod(next, 0o600);
  await rename(next, path);
}

function fresh(): RunFile {
  const secret = () => randomBytes(24).toString('base64url');
  return {
    secrets: {
      postgres: secret(),
      roles: Object.fromEntries(ROLES.map((role) => [role, secret()])) as RolePasswords,
      warehouse: newTokens(),
      signIn: randomBytes(32).toString('base64url'),
      samplePassword: `try-${randomBytes(6).toString('hex')}`,
    },
    ports: { postgres: 0, warehouse: 0, portal: 0, campaigns: 0, mail: 0 },
    pids: {},
    ready: false,
  };
}
