import { FrontError } from './front-error';

/** At most `wide` at once and `queueMax` waiting; beyond that callers are told to come back. */
export function lane({ wide, queueMax }: { wide: number; queueMax: number }) {
  let running = 0;
  const waiting: { start: () => void; gone: () => boolean }[] = [];
  const release = () => {
    running -= 1;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.gone()) continue;
      running += 1;
      next.start();
      return;
    }
  };
  return {
    /** Resolves with a release function; null when the caller went away while it waited. */
    enter(gone: () => boolean): Promise<(() => void) | null> {
      if (running < wide) {
        running += 1;
        return Promise.resolve(release);
      }
      if (waiting.length >= queueMax) throw new FrontError(503, 202, 'Too many simultaneous queries');
      return new Promise((resolve) => {
        const start = () => {
          if (!gone()) return resolve(release);
          release();
          resolve(null);
        };
        waiting.push({ start, gone });
      });
    },
    idle: () => running === 0 && waiting.length === 0,
  };
}

export type Lane = ReturnType<typeof lane>;
