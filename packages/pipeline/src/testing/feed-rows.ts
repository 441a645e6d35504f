import type { FeedName } from '@ascent/schemas';
import { feedTable, type Warehouse } from '@ascent/warehouse';

/** Rows of a feed as a load leaves them; what is not named is blank. Amounts are cents. */
export function feedRows(warehouse: Warehouse, load: number) {
  return (feed: FeedName, rows: Record<string, unknown>[]) =>
    warehouse.insertRows({
      table: feedTable(feed),
      rows: rows.map((row) => ({ load_seq: load, row_hash: 0, ...row })),
    });
}
