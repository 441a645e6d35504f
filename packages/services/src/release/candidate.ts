import { type Db, tables } from '@ascent/db';
import type { Period } from '@ascent/schemas';
import { desc, eq } from 'drizzle-orm';
import { stepState } from './step-log';

export type Candidate = { releaseId: string; finished: boolean };

/**
 * The release that a cycle works on: the unfinished candidate with the same inputs, or a new revision.
 * `finished` = the published release already has these inputs, so that there is nothing to do.
 */
export async function findCandidate(
  db: Db,
  { period, inputsHash, again }: { period: Period; inputsHash: string; again: boolean },
): Promise<Candidate> {
  const found = await releasesOf(db, period);
  const open = found.find(
    (each) => ['running', 'red'].includes(each.status) && each.inputsHash === inputsHash,
  );
  if (open) return { releaseId: open.id, finished: false };
  const published = found.find((each) => each.status === 'published');
  if (published?.inputsHash === inputsHash && !again) return { releaseId: published.id, finished: true };
  const revision = (found[0]?.revision ?? 0) + 1;
  const releaseId = `${period}.${revision}`;
  const row = {
    id: releaseId,
    period,
    revision,
    status: 'running',
    inputsHash,
    manifest: {},
    contentHash: '',
  };
  await db.insert(tables.release).values(row);
  return { releaseId, finished: false };
}

export async function discardCandidate(db: Db, releaseId: string): Promise<void> {
  await db.update(tables.release).set({ status: 'discarded' }).where(eq(tables.release.id, releaseId));
}

/** The published release of the period, its latest revision; null when there is none. */
export async function publishedRelease(
  db: Db,
  period: Period,
): Promise<{ id: string; contentHash: string } | null> {
  return (await releasesOf(db, period)).find((each) => each.status === 'published') ?? null;
}

/** The published release of an earlier period, latest first. */
export async function previousRelease(db: Db, period: Period): Promise<string | null> {
  const found = await db
    .select()
    .from(tables.release)
    .where(eq(tables.release.status, 'published'))
    .orderBy(desc(tables.release.period), desc(tables.release.revision));
  return found.find((each) => each.period < period)?.id ?? null;
}

function releasesOf(db: Db, period: Period) {
  return db
    .select()
    .from(tables.release)
    .where(eq(tables.release.period, period))
    .orderBy(desc(tables.release.revision));
}

/** The latest release of the period whose features and models were made from the same data; null when there is none. */
export async function siblingRelease(
  db: Db,
  { period, dataHash, besides }: { period: Period; dataHash: string; besides: string },
): Promise<string | null> {
  for (const { id } of await releasesOf(db, period)) {
    if (id === besides) continue;
    const trained = await stepState(db, id, 'train');
    const features = await stepState(db, id, 'features');
    if (trained?.status !== 'done' || features?.status !== 'done') continue;
    if (trained.detail.dataHash === dataHash) return id;
  }
  return null;
}
