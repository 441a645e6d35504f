import { Worker } from 'node:worker_threads';
import type { Answer, Answered, Task } from './messages';

const THREAD = new URL('./thread.mjs', import.meta.url);

/** Threads that answer tasks; tasks wait while all are busy. */
export type Pool = {
  ask: <T extends Task>(task: T) => Promise<Answer<T>>;
  close: () => Promise<void>;
};
type Waiting = { task: Task; done: (answer: never) => void; failed: (error: Error) => void };
type Thread = { worker: Worker; busy: Waiting | null };

/** `script`: what a thread runs. A thread that ends by itself fails all tasks, told once and for all. */
export function openPool(threads: number, script: URL = THREAD): Pool {
  const waiting: Waiting[] = [];
  let broken: Error | null = null;
  const all = Array.from({ length: threads }, (): Thread => {
    const thread: Thread = { worker: new Worker(script, { execArgv: [] }), busy: null };
    thread.worker.on('message', (answered: Answered) => {
      const { done, failed } = thread.busy!;
      thread.busy = null;
      if ('error' in answered) failed(Object.assign(new Error(answered.error.message), answered.error));
      else done(answered.answer as never);
      next();
    });
    thread.worker.on('error', (cause) =>
      fail(new Error(`a training thread died: ${cause.message}`, { cause })),
    );
    thread.worker.on('messageerror', (cause) =>
      fail(new Error(`a training thread's answer cannot be read: ${cause.message}`, { cause })),
    );
    thread.worker.on('exit', (code) => fail(new Error(`a training thread died with code ${code}`)));
    return thread;
  });
  const next = () => {
    for (const thread of all) {
      if (thread.busy) continue;
      const first = waiting.shift();
      if (!first) return;
      thread.busy = first;
      thread.worker.postMessage({ task: first.task });
    }
  };
  const fail = (error: Error) => {
    if (broken) return;
    broken = error;
    const lost = [...all.flatMap(({ busy }) => busy ?? []), ...waiting.splice(0)];
    for (const { failed } of lost) failed(error);
    for (const { worker } of all) void worker.terminate();
  };
  return {
    ask: (task) =>
      new Promise((done, failed) => {
        if (broken) return failed(broken);
        waiting.push({ task, done: done as Waiting['done'], failed });
        next();
      }),
    close: async () => {
      fail(new Error('the training threads are closed'));
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}
