import type { Db } from '@ascent/db';
import { sql } from 'drizzle-orm';
import { ServiceError } from '../errors';

const CYCLES = 727_002;

/** Runs alone: a second cycle is refused while one runs. The hold ends with the process, however it ends. */
export async function holdCycle<T>(db: Db, run: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(${CYCLES}::bigint) as held`,
    );
    if (!rows[0]?.held)
      throw new ServiceError('conflict', 'another cycle is running; try again when it ended');
    return run();
  });
}
