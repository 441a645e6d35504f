import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOADER } from './loader';

export type Run = {
  secrets: { samplePassword: string };
  ports: Record<string, number>;
  pids: Record<string, number>;
};
export type Product = {
  portal: string;
  campaigns: string;
  /** `run.json` as it stood when everything answered. */
  run: Run;
  readySeconds: number;
  stop: (signal: NodeJS.Signals) => Promise<void>;
};

const START = fileURLToPath(new URL('../../../apps/worker/src/start/main.ts', import.meta.url));
const START_SECONDS_MAX = 240;

/** Starts the product as `npm start` does once everything is built; ready when both apps answer. */
export async function startProduct(folder: string, sampleAccounts: number): Promise<Product> {
  const started = performance.now();
  const child = fork(START, [], {
    execArgv: ['--import', LOADER],
    env: {
      ...process.env,
      ASCENT_DATA: folder,
      ASCENT_SAMPLE_ACCOUNTS: String(sampleAccounts),
      PORTAL_PORT: '0',
      CAMPAIGNS_PORT: '0',
      SMTP_URL: '',
      DATABASE_URL: '',
      CLICKHOUSE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const said = await ready(child);
  const address = (app: string) => new RegExp(`^${app} +(http\\S+)`, 'm').exec(said)![1]!;
  return {
    portal: address('portal'),
    campaigns: address('campaigns'),
    run: JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as Run,
    readySeconds: (performance.now() - started) / 1000,
    stop: (signal) =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill(signal);
      }),
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
