import type { Row } from '@ascent/warehouse';
import { readerOf } from '../access/reader';
import type { Context, ShownRelease } from '../context';
import { notFound } from '../errors';
import { keptAccount, knownAccount } from '../grid/kept-reads';
import { publishedById } from '../release/shown';
import { knownSignals, type Signal } from './evidence';
import { type Known, knownOf } from './known';
import { sheetRows } from './sheet-row';

/** What a release, and the one before it, hold of an account; `before` null where that has nothing to compare with. */
export type AccountRead = {
  row: Row;
  known: Known;
  before: { row: Row; known: Known } | null;
  /** Newest first. */
  signals: Signal[];
};

/** Read once while its page and what stands on it are asked for. Where the reader does not see it, it is not found. */
export function readAccount(
  context: Context,
  release: ShownRelease,
  accountId: string,
): Promise<AccountRead> {
  return keptAccount(context, [release.id, accountId], async () => {
    const reads = { reader: readerOf(context), db: context.platform.app };
    const { products } = release.catalogue;
    // Products that are new have no columns in the release before, and nothing to compare with.
    const previous = release.previousId ? await publishedById(reads.db, release.previousId) : null;
    const releases = previous ? [release, previous] : [release];
    const [row, was] = await sheetRows(reads.reader, releases, { accountId, products, profile: true });
    if (!row) throw notFound('the account');
    const [known, knownThen] = await knownOf(reads, was ? releases : [release], accountId);
    const before = was && knownThen ? { row: was, known: knownThen } : null;
    return { row, known: known!, before, signals: await knownSignals(reads.reader, known!, accountId) };
  });
}

/** An account that is read already, or is being read; null where nobody asked for it. */
export function openAccount(
  context: Context,
  releaseId: string,
  accountId: string,
): Promise<AccountRead> | null {
  return knownAccount(context, [releaseId, accountId]);
}
