import { type Db, tables } from '@ascent/db';
import type { Period } from '@ascent/schemas';
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Inputs } from './inputs';
import { releaseManifest } from './shown';
import { stepState } from './step-log';

type Asked = {
  period: Period;
  besides: string;
  /** Of the code and the catalogue: what else but the loads decides what facts an account has. */
  recipe: string;
  inputs: Inputs;
};

/**
 * The latest published release of the period that a corrected one can rest on; null when there is none. Its own facts
 * are whole, so that no release rests on one that rests on another, and all its loads of accounts are among these, so
 * that no account it knows is unknown now.
 */
export async function baseRelease(
  db: Db,
  { period, besides, recipe, inputs }: Asked,
): Promise<string | null> {
  const { release } = tables;
  const found = await db
    .select({ id: release.id })
    .from(release)
    .where(and(eq(release.period, period), eq(release.status, 'published'), ne(release.id, besides)))
    .orderBy(desc(release.revision));
  for (const { id } of found) {
    const features = await stepState(db, id, 'features');
    if (features?.status !== 'done') continue;
    const { release: holder, base, recipe: made } = features.detail;
    if (holder !== id || (base ?? null) !== null || made !== recipe) continue;
    const loads = (await releaseManifest(db, id))?.inputs?.accounts;
    if (loads?.every((load) => inputs.accounts.includes(load))) return id;
  }
  return null;
}
