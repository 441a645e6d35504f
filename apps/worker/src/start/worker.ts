import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { childEnvironment } from '../env';
import type { WorkerConfig } from '../jobs/config';
import { type Child, superviseChild } from './child';

/** Node's flags that run TypeScript from source. */
export const TYPESCRIPT = ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];

const MAIN = fileURLToPath(new URL('../jobs/main.ts', import.meta.url));

/** Starts the worker; once it takes jobs, `mailPort` says where its local mailbox listens. */
export function startWorker(
  config: WorkerConfig,
  onLog: (line: string) => void,
): { child: Child; mailPort: Promise<number> } {
  let ready: (port: number) => void;
  const mailPort = new Promise<number>((done) => {
    ready = done;
  });
  const child = superviseChild(
    {
      name: 'worker',
      script: MAIN,
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: childEnvironment({ ASCENT_WORKER: JSON.stringify(config) }),
      execArgv: TYPESCRIPT,
      onLog,
    },
    (message) => ready((message as { mailPort: number }).mailPort),
  );
  return { child, mailPort };
}
