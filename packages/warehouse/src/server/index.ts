import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Tokens, USERS } from './users';

export type { Tokens, UserName } from './users';

export type WarehouseServer = {
  url: string;
  port: number;
  tokens: Tokens;
  pid: () => number;
  restarts: () => number;
  /** Never restarts afterwards. */
  stop: () => Promise<void>;
};

export type WarehouseOptions = {
  dataDir: string;
  port?: number;
  tokens?: Tokens;
  onLog?: (line: string) => void;
};

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
/** Runs TypeScript from source; resolved without `import.meta.resolve`, which test runners lack. */
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const START_SECONDS_MAX = 60;

/** Starts the front on 127.0.0.1 and waits until it answers; when it dies it is started again on the same port. */
export async function startWarehouse(options: WarehouseOptions): Promise<WarehouseServer> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const tokens = options.tokens ?? newTokens();
  let port = options.port ?? 0;
  let restarts = 0;
  let failures = 0;
  let serving = false;
  let stopping = false;
  let child: ChildProcess;

  const start = () => {
    child = spawnFront({ dataDir, port, tokens, onLog: options.onLog });
    child.once('close', (code, signal) => {
      if (stopping || !serving) return;
      restarts += 1;
      options.onLog?.(`the warehouse ended (${signal ?? code}); starting it again`);
      setTimeout(() => !stopping && start(), Math.min(100 * 2 ** failures++, 2000));
    });
    const listening = ready(child);
    listening.then(
      () => (failures = 0),
      () => undefined,
    );
    return listening;
  };
  port = await start();
  serving = true;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    tokens,
    pid: () => child.pid ?? 0,
    restarts: () => restarts,
    stop: () => {
      stopping = true;
      return stopped(child);
    },
  };
}

export function newTokens(): Tokens {
  return Object.fromEntries(USERS.map((user) => [user, randomBytes(32).toString('hex')])) as Tokens;
}

function spawnFront({ dataDir, port, tokens, onLog }: WarehouseOptions & { tokens: Tokens }): ChildProcess {
  const child = fork(MAIN, [], {
    execArgv: ['--import', LOADER],
    // libuv reads its pool's size once, before any of our code runs.
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '32',
      ASCENT_WAREHOUSE_DATA: dataDir,
      ASCENT_WAREHOUSE_PORT: String(port),
      ASCENT_WAREHOUSE_TOKENS: JSON.stringify(tokens),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A Ctrl-C in the terminal goes to the whole group; the parent decides the order of stopping.
    detached: true,
  });
  child.stderr?.on('data', (chunk) => onLog?.(String(chunk).trimEnd()));
  return child;
}

function ready(child: ChildProcess): Promise<number> {
  return new Promise((done, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000);
    };
    const settle = () => {
      clearTimeout(late);
      child.stderr?.off('data', hear);
    };
    const late = setTimeout(() => child.kill('SIGKILL'), START_SECONDS_MAX * 1000);
    child.stderr?.on('data', hear);
    child.once('message', (message) => {
      settle();
      done((message as { port: number }).port);
    });
    child.once('error', failed);
    child.once('close', (code, signal) => {
      settle();
      failed(new Error(`the warehouse ended at its start (${signal ?? code}): ${said.trim()}`));
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 8000);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGTERM');
  });
}
