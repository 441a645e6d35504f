import { readerOf } from '../access/reader';
import { publishedReleases } from '../compare/releases';
import type { Context } from '../context';
import { notFound } from '../errors';
import { publishedById } from '../release/shown';
import { type ProductScore, productScore } from './product-score';
import { sheetRows } from './sheet-row';

export type HistoryLine = { releaseId: string; period: string; fitAsOf: string; scores: ProductScore[] };

const RELEASES_MAX = 36;

/** An account's scores in every release in which the reader saw it, oldest first; the newest of each period. */
export async function accountHistory(context: Context, accountId: string): Promise<HistoryLine[]> {
  const choices = await publishedReleases(context);
  const newest = choices.filter(
    (each, at) => choices.findIndex(({ period }) => period === each.period) === at,
  );
  const reader = readerOf(context);
  const releases = await Promise.all(
    newest.slice(0, RELEASES_MAX).map(({ id }) => publishedById(context.platform.app, id)),
  );
  const rows = await sheetRows(reader, releases, { accountId });
  const lines = releases.map(({ id, catalogue, period, fitAsOf }, at): HistoryLine | null => {
    const row = rows[at];
    if (!row) return null;
    return {
      releaseId: id,
      period,
      fitAsOf,
      scores: catalogue.products.map((each) => productScore(row, each.id)),
    };
  });
  const found = lines.filter((line) => line !== null).reverse();
  if (found.length === 0) throw notFound('the account');
  return found;
}
