import { mkdirSync, writeFileSync } from 'node:fs';
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
  kill: (tag: string) => Promise<void>;
  close: () => void;
};

const GRANTS = [
  'SHOW, SELECT, INSERT, ALTER, CREATE DATABASE, CREATE TABLE, CREATE VIEW, CREATE TEMPORARY TABLE, DROP, TRUNCATE, OPTIMIZE, KILL QUERY ON *.*',
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
  return {
    open: () => wrapped(new Session(store)),
    kill: async (tag) => {
      await killer.query(`KILL QUERY WHERE Settings['log_comment'] = '${tag}' ASYNC`).catch(() => undefined);
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
    close: () => session.close(),
  };
}

async function whenUnlocked(open: () => Session): Promise<Session> {
  for (let tries = 0; ; tries++) {
    try {
      return open();
    } catch (cause) {
      if (tries > 100 || !/Code: 76|lock/i.test(String((cause as Error).message))) throw cause;
      await new Promise((done) => setTimeout(done, 100));
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
