import { FrontError } from './front-error';

/** At most `wide` at once and `queueMax` waiting; beyond that callers are told to come back. */
export function lane({ wide, queueMax }: { wide: number; queueMax: number }) {
  let running = 0;
  const waiting = new Set<() => void>();
  const release = () => {
    running -= 1;
    const [next] = waiting;
    next?.();
  };
  return {
    /** Resolves with a release function; null when the caller went away before its turn. */
    async enter(gone: AbortSignal): Promise<(() => void) | null> {
      if (gone.aborted) return null;
      if (running < wide) {
        running += 1;
        return release;
      }
      if (waiting.size >= queueMax) throw new FrontError(503, 202, 'Too many simultaneous queries');
      return new Promise((resolve) => {
        const start = () => {
          running += 1;
          settle(release);
        };
        const leave = () => settle(null);
        const settle = (outcome: (() => void) | null) => {
          waiting.delete(start);
          gone.removeEventListener('abort', leave);
          resolve(outcome);
        };
        waiting.add(start);
        gone.addEventListener('abort', leave, { once: true });
      });
    },
    idle: () => running === 0 && waiting.size === 0,
  };
}

export type Lane = ReturnType<typeof lane>;
