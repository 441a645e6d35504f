import { type ChildProcess, fork } from 'node:child_process';

export type ChildOptions = {
  name: string;
  script: string;
  args?: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  execArgv: string[];
  onLog: (line: string) => void;
};

/** A process that is started again when it ends by itself, until it is stopped. */
export type Child = { pid: () => number; restarts: () => number; stop: () => Promise<void> };

const BACKOFF_MS_MAX = 5000;
const STOP_MS_MAX = 6000;

export function superviseChild(options: ChildOptions, onMessage?: (message: unknown) => void): Child {
  let child: ChildProcess;
  let restarts = 0;
  let stopping = false;
  const start = () => {
    child = fork(options.script, options.args ?? [], {
      cwd: options.cwd,
      env: options.env,
      execArgv: options.execArgv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (onMessage) child.on('message', onMessage);
    child.stderr?.on('data', (chunk) => options.onLog(`${options.name}: ${String(chunk).trimEnd()}`));
    child.stdout?.resume();
    child.once('exit', (code, signal) => {
      if (stopping) return;
      restarts += 1;
      options.onLog(`${options.name} ended (${signal ?? code}); starting it again`);
      setTimeout(() => !stopping && start(), Math.min(250 * restarts, BACKOFF_MS_MAX));
    });
  };
  start();
  return {
    pid: () => child.pid ?? 0,
    restarts: () => restarts,
    stop: () => {
      stopping = true;
      return ended(child);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGTERM');
  });
}
