import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import { postgresBinaries } from './binaries';
import { ensureCluster, launch, stopOrphan } from './cluster';

export type PostgresServer = {
  /** As owner of the database `ascent`. */
  ownerUrl: string;
  port: number;
  pid: () => number;
  restarts: () => number;
  stop: () => Promise<void>;
};

export type PostgresOptions = {
  dataDir: string;
  password: string;
  port?: number;
  /** For tests: durability against power loss is given up. */
  fast?: boolean;
  onLog?: (line: string) => void;
};

/** Starts a supervised PostgreSQL on 127.0.0.1 and waits until it answers; it is restarted when it dies. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dataDir = resolve(options.dataDir);
  const binaries = await postgresBinaries();
  await ensureCluster(binaries, dataDir, options.password);
  await stopOrphan(dataDir);
  const port = options.port ?? (await freePort());
  const flags = [
    '-D',
    dataDir,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ];
  if (options.fast)
    flags.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off');
  const { command, args } = await launch(binaries.postgres, flags, dataDir);

  let child: ChildProcess;
  let restarts = 0;
  let stopping = false;
  const start = () => {
    child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    child.stderr?.on('data', (chunk) => options.onLog?.(String(chunk).trimEnd()));
    child.on('exit', () => {
      if (stopping) return;
      restarts += 1;
      setTimeout(() => !stopping && start(), Math.min(200 * restarts, 2000));
    });
  };
  start();
  const superUrl = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  await answers(superUrl);
  await ensureDatabase(superUrl);
  return {
    ownerUrl: superUrl.replace(/postgres$/, 'ascent'),
    port,
    pid: () => child.pid ?? 0,
    restarts: () => restarts,
    stop: () => {
      stopping = true;
      return stopped(child);
    },
  };
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGQUIT'), 8000);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGINT');
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (tries > 300) throw new Error('PostgreSQL does not answer', { cause });
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'ascent'");
    if (!found.rowCount) await client.query('CREATE DATABASE ascent');
  } finally {
    await client.end();
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
