import { FEEDS, FeedName, type Field } from '@ascent/schemas';

/** Typed rows of a feed; one partition a load, so that a load appears at once or not at all. */
export function feedTable(feed: FeedName): string {
  return `feed_${feed}`;
}

export function feedColumns(feed: FeedName): { name: string; type: string }[] {
  const { columns, key } = FEEDS[feed];
  return Object.entries(columns).map(([name, field]) => ({
    name,
    type: columnType(field, key.includes(name)),
  }));
}

/** A text that is absent is an empty string; numbers and dates are null. */
function columnType(field: Field, inKey: boolean): string {
  const nullable = (type: string) => (field.required || inKey ? type : `Nullable(${type})`);
  switch (field.rule.kind) {
    case 'text':
    case 'id':
      return 'String';
    case 'choice':
      return 'LowCardinality(String)';
    case 'date':
      return nullable('Date');
    case 'integer':
    case 'money':
      return nullable('Int64');
  }
}

export function createFeedTable(feed: FeedName, table = feedTable(feed)): string {
  const columns = feedColumns(feed).map(({ name, type }) => `${name} ${type}`);
  return `CREATE TABLE IF NOT EXISTS ${table} (
    load_seq UInt32, row_hash UInt64, ${columns.join(', ')}
  ) ENGINE = MergeTree PARTITION BY load_seq ORDER BY (${orderKey(feed).join(', ')})`;
}

/** Rows of one account lie together where the feed is about accounts. */
function orderKey(feed: FeedName): string[] {
  const { key, columns } = FEEDS[feed];
  return 'account_id' in columns ? [...new Set(['account_id', ...key])] : [...key];
}

/** A source for queries: every row of these loads, of all versions of a key. */
export function allRows(feed: FeedName, loads: readonly number[]): string {
  return `(SELECT * FROM ${feedTable(feed)} WHERE load_seq IN (${loads.length > 0 ? loads.join(', ') : '0'}))`;
}

/** A source for queries: the latest row of every key over these loads. */
export function latestRows(feed: FeedName, loads: readonly number[]): string {
  const from = `SELECT * FROM ${feedTable(feed)} WHERE load_seq IN (${loads.length > 0 ? loads.join(', ') : '0'})`;
  if (loads.length <= 1) return `(${from})`;
  return `(${from} ORDER BY load_seq DESC LIMIT 1 BY ${FEEDS[feed].key.join(', ')})`;
}

export const FEED_TABLES = FeedName.options.map((feed) => createFeedTable(feed));
