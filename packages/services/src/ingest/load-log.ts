import { type Db, type Tx, tables } from '@ascent/db';
import { and, eq, inArray, lt } from 'drizzle-orm';

const { load } = tables;

export type LoadRow = typeof load.$inferSelect;
export type LoadKey = { feed: string; sha256: string; mappingSha256: string };

/** The row of this file in this feed, made when it is new; a second run gets the same one. */
export async function beginLoad(db: Db, key: LoadKey, fileName: string): Promise<LoadRow> {
  const match = and(
    eq(load.feed, key.feed),
    eq(load.sha256, key.sha256),
    eq(load.mappingSha256, key.mappingSha256),
  );
  await db
    .insert(load)
    .values({ ...key, fileName, status: 'running' })
    .onConflictDoNothing();
  const [row] = await db.select().from(load).where(match);
  return row!;
}

/** Runs while nobody else works on this load; null when a run before took the load's row away. */
export async function holdLoad<T>(
  db: Db,
  seq: number,
  run: (tx: Tx, row: LoadRow) => Promise<T>,
): Promise<T | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(load).where(eq(load.seq, seq)).for('update');
    return row ? run(tx, row) : null;
  });
}

export type Counts = { read: number; accepted: number; rejected: number; unchanged: number };

/** From here on the load counts. */
export async function finishLoad(db: Db | Tx, seq: number, counts: Counts): Promise<void> {
  await db
    .update(load)
    .set({ ...counts, status: 'done', finishedAt: new Date() })
    .where(eq(load.seq, seq));
}

export async function forgetLoad(db: Db | Tx, seq: number): Promise<void> {
  await db.delete(load).where(and(eq(load.seq, seq), inArray(load.status, ['running', 'failed'])));
}

/** Loads of the feed that count already and came before this one. */
export async function earlierLoads(db: Db | Tx, feed: string, seq: number): Promise<number[]> {
  const rows = await db
    .select({ seq: load.seq, accepted: load.accepted })
    .from(load)
    .where(and(eq(load.feed, feed), eq(load.status, 'done'), lt(load.seq, seq)))
    .orderBy(load.seq);
  return rows.filter((row) => row.accepted > 0).map((row) => row.seq);
}

export async function listLoads(db: Db): Promise<LoadRow[]> {
  return db.select().from(load).orderBy(load.seq);
}
