import { randomUUID } from 'node:crypto';
import type { Engine, EngineSession } from './engine';
import { parametersOf, type SessionPlan, sessionStatements, setParameters } from './session-settings';

/** So many that nobody uses stay open; the longest unused go first. */
const FREE_MAX = 48;

/** A session with the settings of its kind. `tag`: by which its statement is killed. */
export type ReaderSession = { session: EngineSession; tag: string; kind: string };

export type ReaderSessions = {
  /** A session in which exactly the plan's parameters have values; null where the request needs one of its own. */
  take: (plan: Omit<SessionPlan, 'tag'>) => Promise<ReaderSession | null>;
  /** For the next one. Only what ended well, and what nobody tried to kill, may be given back. */
  giveBack: (ready: ReaderSession) => void;
  close: () => void;
};

/**
 * Sessions that readers use one after the other: to open one and to tell it its settings costs as much as a small
 * read. Alike in settings and in the names of parameters, no request finds anything of the one before.
 */
export function readerSessions(engine: Pick<Engine, 'open'>): ReaderSessions {
  let free: ReaderSession[] = [];
  const opened = async (plan: Omit<SessionPlan, 'tag'>, kind: string): Promise<ReaderSession> => {
    const tag = `rq-${randomUUID()}`;
    const session = engine.open();
    await orClose(session, async () => {
      for (const sql of sessionStatements({ ...plan, tag })) await session.query(sql);
    });
    return { session, tag, kind };
  };
  return {
    take: async (plan) => {
      const parameters = parametersOf(plan.query);
      if (!plan.profile.readonly || !parameters) return null;
      const query = new URLSearchParams([...plan.query].filter(([name]) => !parameters.has(name)));
      const bare = { ...plan, query };
      const kind = [...sessionStatements({ ...bare, tag: '' }), ...[...parameters.keys()].sort()].join('\n');
      const known = free.find((each) => each.kind === kind);
      free = free.filter((each) => each !== known);
      const ready = known ?? (await opened(bare, kind));
      if (parameters.size > 0)
        await orClose(ready.session, () => ready.session.query(setParameters(parameters)));
      return ready;
    },
    giveBack: (ready) => {
      free = [ready, ...free];
      for (const { session } of free.splice(FREE_MAX)) session.close();
    },
    close: () => {
      for (const { session } of free.splice(0)) session.close();
    },
  };
}

async function orClose(session: EngineSession, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    session.close();
    throw cause;
  }
}
