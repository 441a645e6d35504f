import { type Db, tables } from '@ascent/db';
import { desc } from 'drizzle-orm';

export type ReleaseLine = typeof tables.release.$inferSelect & { current: boolean };

/** Every release with its manifest, latest first. */
export async function listReleases(db: Db): Promise<ReleaseLine[]> {
  const [pointer] = await db.select().from(tables.currentRelease);
  const rows = await db
    .select()
    .from(tables.release)
    .orderBy(desc(tables.release.period), desc(tables.release.revision));
  return rows.map((row) => ({ ...row, current: row.id === pointer?.releaseId }));
}
