import { tables } from '@ascent/db';
import { type ReaderCatalogue, readerCatalogue } from '@ascent/schemas';
import type { Context, ShownRelease } from '../context';
import { shownRelease } from './shown';

/** The shown release as a reader may know it. */
export type ReaderRelease = Omit<ShownRelease, 'catalogue'> & { catalogue: ReaderCatalogue };

/** Null before the first release. */
export async function currentRelease({ platform, actor }: Context): Promise<ReaderRelease | null> {
  const release = await shownRelease(platform.app);
  return release && { ...release, catalogue: readerCatalogue(release.catalogue, actor.seesSensitive) };
}

export async function currentReleaseId({ platform }: Context): Promise<string | null> {
  const [row] = await platform.app
    .select({ id: tables.currentRelease.releaseId })
    .from(tables.currentRelease);
  return row?.id ?? null;
}
