import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { LOADER } from './loader';

/** Where the product is served for a run of browser tests, and the sample's password. */
export type Served = { portal: string; campaigns: string; password: string };

declare module 'vitest' {
  interface ProvidedContext {
    served: Served;
  }
}

const START = fileURLToPath(new URL('../../../apps/worker/src/start/main.ts', import.meta.url));
const ACCOUNTS = 1500;
const START_SECONDS_MAX = 240;

/** Starts the whole product as `npm start` does, on a folder and ports of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-e2e-'));
  const child = fork(START, [], {
    execArgv: ['--import', LOADER],
    env: {
      ...process.env,
      ASCENT_DATA: folder,
      ASCENT_SAMPLE_ACCOUNTS: String(ACCOUNTS),
      PORTAL_PORT: '0',
      CAMPAIGNS_PORT: '0',
      SMTP_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const said = await ready(child);
  const run = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as {
    secrets: { samplePassword: string };
  };
  const address = (app: string) => new RegExp(`^${app} +(http\\S+)`, 'm').exec(said)![1]!;
  project.provide('served', {
    portal: address('portal'),
    campaigns: address('campaigns'),
    password: run.secrets.samplePassword,
  });
  return async () => {
    await new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGTERM');
    });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    const late = setTimeout(() => {
      child.kill('SIGTERM');
      failed(new Error(`not ready within ${START_SECONDS_MAX} seconds:\n${said}`));
    }, START_SECONDS_MAX * 1000);
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (!said.includes('ready in')) return;
      clearTimeout(late);
      done(said);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      failed(new Error(`ended with ${code}:\n${said}`));
    });
  });
}
