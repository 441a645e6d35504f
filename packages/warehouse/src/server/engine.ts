import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ChdbQueryStream, Session } from 'chdb';

export type EngineSession = {
  query: (sql: string, format?: string) => Promise<Uint8Array>;
  stream: (sql: string, format: string) => Promise<ChdbQueryStream>;
  close: () => void;
};

export type Engine = {
  /** A session of its own: settings and parameters never meet another request's. */
  open: () => EngineSession;
  /** Kills the statements whose log_comment is like the tag. */
  kill: (tag: string) => Promise<void>;
  close: () => void;
};

const GRANTS = [
  'SHOW, SELECT, INSERT, ALTER, CREATE DATABASE, CREATE TABLE, CREATE VIEW, CREATE TEMPORARY TABLE, CREATE DICTIONARY, dictGet, DROP, TRUNCATE, OPTIMIZE, KILL QUERY ON *.*',
];
const TABLE_ENGINES = [
  'MergeTree',
  'AggregatingMergeTree',
  'SummingMergeTree',
  'ReplacingMergeTree',
  'Memory',
  'View',
  'MaterializedView',
  'Dictionary',
];
const MEMORY_MAX = 6_000_000_000;
const UNLOCK_MS_MAX = 10_000;

/** Opens the engine on a folder; a lock that a dying process still holds is waited for. */
export async function openEngine(dataDir: string): Promise<Engine> {
  const store = join(dataDir, 'store');
  mkdirSync(store, { recursive: true });
  const config = writeConfig(dataDir);
  const keeper = await whenUnlocked(
    () => new Session(store, { connectionArgs: [`--config-file=${config}`] }),
  );
  await keeper.queryAsync('CREATE DATABASE IF NOT EXISTS ascent ENGINE = Atomic');
  const killer = wrapped(new Session(store));
  // One after the other: a session takes one call at a time.
  let killed: Promise<unknown> = Promise.resolve();
  return {
    open: () => wrapped(new Session(store)),
    kill: async (tag) => {
      const sql = `KILL QUERY WHERE Settings['log_comment'] LIKE '${tag}' ASYNC`;
      killed = killed.then(() => killer.query(sql)).catch(() => undefined);
      await killed;
    },
    close: () => {
      killer.close();
      keeper.close();
    },
  };
}

function wrapped(session: Session): EngineSession {
  return {
    query: async (sql, format = 'JSONEachRow') => (await session.queryAsync(sql, { format })).bytes(),
    stream: async (sql, format) => session.queryStream(sql, { format }),
    close: () => release(session),
  };
}

type Native = { CloseConnection: (connection: unknown) => void };
const native = createRequire(createRequire(import.meta.url).resolve('chdb'))(
  './dist/loader.js',
).loadNative() as Native;

/**
 * `Session.close` waits for every call of the process: behind one long load the sessions of thousands of short
 * queries would pile up until the engine's memory is spent. Ours has no call of its own running, so it may go now.
 */
function release(session: Session): void {
  const { connection } = session;
  session.connection = null;
  session.close();
  if (connection) native.CloseConnection(connection);
}

/** What is wrong with the folder stands on stderr only; a lock is the usual case, and passes. */
async function whenUnlocked(open: () => Session): Promise<Session> {
  const started = Date.now();
  for (;;) {
    try {
      return open();
    } catch (cause) {
      const refused = (cause as { code?: string }).code === 'CHDB_CONNECTION';
      if (!refused || Date.now() - started > UNLOCK_MS_MAX) throw cause;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

function writeConfig(dataDir: string): string {
  const users = join(dataDir, 'users.xml');
  const config = join(dataDir, 'config.xml');
  const grants = [...GRANTS, ...TABLE_ENGINES.map((engine) => `TABLE ENGINE ON ${engine}`)];
  writeFileSync(
    users,
    `<clickhouse><profiles><default><max_threads>1</max_threads></default></profiles><quotas><default></default></quotas><users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota><grants>${grants.map((grant) => `<query>GRANT ${grant}</query>`).join('')}</grants></default></users></clickhouse>`,
  );
  writeFileSync(
    config,
    `<clickhouse><logger><level>none</level></logger><users_config>${users}</users_config><max_server_memory_usage>${MEMORY_MAX}</max_server_memory_usage></clickhouse>`,
  );
  return config;
}
