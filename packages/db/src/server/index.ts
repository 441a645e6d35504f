import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries';
import { ensureCluster, launch } from './cluster';
import { stopOrphan } from './orphan';

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

/** The log of a crash may be long to read. */
const START_MS_MAX = 60_000;
const STEADY_MS = 10_000;

/** Starts a supervised PostgreSQL on 127.0.0.1 and waits until it answers; it is restarted when it dies. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dataDir = resolve(options.dataDir);
  const binaries = await postgresBinaries();
  await stopOrphan(dataDir);
  await ensureCluster(binaries, dataDir, options.password);
  const port = options.port ?? (await freePort());
  const flags = settings({ listen_addresses: '127.0.0.1', unix_socket_directories: '' });
  if (options.fast)
    flags.push(...settings({ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }));
  const args = ['-D', dataDir, '-p', String(port), ...flags];
  const command = await launch(binaries.postgres, args, dataDir);
  const server = supervise(command, options.onLog);
  try {
    const superUrl = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
    await answers(superUrl, server.ended);
    await ensureDatabase(superUrl);
    server.keep();
    return {
      ownerUrl: superUrl.replace(/postgres$/, 'ascent'),
      port,
      pid: server.pid,
      restarts: server.restarts,
      stop: server.stop,
    };
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}

type Supervised = Pick<PostgresServer, 'pid' | 'restarts' | 'stop'> & {
  /** From here on it is started again when it ends. */
  keep: () => void;
  /** What it said when it ended before that; null while it runs. */
  ended: () => string | null;
};

function supervise(
  { command, args }: { command: string; args: string[] },
  onLog?: PostgresOptions['onLog'],
): Supervised {
  let child: ChildProcess;
  let kept = false;
  let stopping = false;
  let restarts = 0;
  let failures = 0;
  let said = '';
  let end: string | null = null;
  const start = () => {
    const born = Date.now();
    child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-2000);
      onLog?.(String(chunk).trimEnd());
    });
    child.once('error', (cause) => {
      end = cause.message;
    });
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (!kept) {
        end = `PostgreSQL ended (${signal ?? code}): ${said.trim()}`;
        return;
      }
      restarts += 1;
      failures = Date.now() - born > STEADY_MS ? 0 : failures + 1;
      setTimeout(() => !stopping && start(), Math.min(100 * 2 ** failures, 2000));
    });
  };
  start();
  return {
    pid: () => child.pid ?? 0,
    restarts: () => restarts,
    keep: () => {
      kept = true;
    },
    ended: () => end,
    stop: () => {
      stopping = true;
      return stopped(child);
    },
  };
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGQUIT'), 8000);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGINT');
  });
}

async function answers(url: string, ended: () => string | null): Promise<void> {
  const started = Date.now();
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (cause) {
      const end = ended();
      if (end !== null) throw new Error(end, { cause });
      if (isRefusal(cause) || Date.now() - started > START_MS_MAX)
        throw new Error(`PostgreSQL does not let us in: ${(cause as Error).message}`, { cause });
      await pause(50);
    } finally {
      await client.end();
    }
  }
}

/** A wrong password stays wrong. */
function isRefusal(cause: unknown): boolean {
  return String((cause as { code?: string }).code).startsWith('28');
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
