import type { Db } from '@ascent/db';

type Answer = { until: number; answer: Promise<unknown> };
type Memory = { ms: number; answers: Map<string, Answer> };

const ANSWERS_MAX = 500;
const memories = new WeakMap<Db, Memory>();

/**
 * What an app has read of releases stands for so long: one page asks for the same a dozen times over, and nobody sees
 * that a new release is there a second later. Stores that nobody says it of are always asked.
 */
export function rememberReleases(db: Db, ms: number): void {
  memories.set(db, { ms, answers: new Map() });
}

/** The answer of a moment ago, where the store has a memory; what failed or was not there is asked again. */
export function recently<T>(db: Db, what: string, read: () => Promise<T>): Promise<T> {
  const memory = memories.get(db);
  if (!memory) return read();
  const { ms, answers } = memory;
  const now = performance.now();
  const known = answers.get(what);
  if (known && known.until > now) return known.answer as Promise<T>;
  if (answers.size >= ANSWERS_MAX) answers.clear();
  const answer = read().then(
    (found) => {
      if (found === null) answers.delete(what);
      return found;
    },
    (cause: unknown) => {
      answers.delete(what);
      throw cause;
    },
  );
  answers.set(what, { until: now + ms, answer });
  return answer;
}
