import { sql } from 'drizzle-orm';
import type { Db, Tx } from './connect';

/** Runs in one transaction that sees and writes only this partner's rows; the setting ends with it. */
export function withTenant<T>(db: Db, partnerId: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('ascent.partner', ${partnerId}, true)`);
    return run(tx);
  });
}
