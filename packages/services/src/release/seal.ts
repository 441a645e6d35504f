import { type Db, tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { appendAudit } from '../audit/append';

export type Seal = {
  releaseId: string;
  previousId: string | null;
  manifest: Record<string, unknown>;
  contentHash: string;
};

/** The gate was red: notes what the candidate came out as without publishing it. */
export async function noteOutcome(db: Db, { releaseId, manifest, contentHash }: Seal): Promise<void> {
  await db
    .update(tables.release)
    .set({ manifest, contentHash, status: 'red' })
    .where(eq(tables.release.id, releaseId));
}

/** Seals the release and makes it visible in one transaction; an older period never hides a newer one. */
export async function sealAndSwitch(
  db: Db,
  { releaseId, previousId, manifest, contentHash }: Seal,
): Promise<void> {
  await db.transaction(async (tx) => {
    const now = new Date();
    await tx
      .update(tables.release)
      .set({ manifest, contentHash, status: 'published', publishedAt: now })
      .where(eq(tables.release.id, releaseId));
    await appendAudit(tx, {
      partnerId: 'host',
      actor: 'system:cycle',
      action: 'release.publish',
      subject: releaseId,
      detail: { contentHash },
    });
    const [current] = await tx.select().from(tables.currentRelease).for('update');
    if (current && current.releaseId.slice(0, 7) > releaseId.slice(0, 7)) return;
    const values = { one: 1, releaseId, previousId, switchedAt: now };
    await tx
      .insert(tables.currentRelease)
      .values(values)
      .onConflictDoUpdate({ target: tables.currentRelease.one, set: values });
  });
}
