import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema';

export type Db = NodePgDatabase<typeof schema>;
/** Inside a transaction: the same reads and writes as a `Db`. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export type Connection = { db: Db; close: () => Promise<void> };

/** A pool of connections under one role. A broken idle connection is dropped, not fatal. */
export function connectDatabase({ url, max = 8 }: { url: string; max?: number }): Connection {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 30_000 });
  pool.on('error', () => undefined);
  return { db: drizzle(pool, { schema }), close: () => pool.end() };
}
