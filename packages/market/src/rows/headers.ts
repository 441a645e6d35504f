import { FEEDS, FeedName } from '@ascent/schemas';

/** A file of the market: the feeds, and the truth that only tests and demonstrations read. */
export type MarketFile = FeedName | 'truth';

/**
 * Truth of an account and a product at the last three cut-offs of the window, `_0` the last: intent then, and the
 * chance of a purchase within the horizon after it. All are 0 to 1 with six decimals.
 */
const TRUTH = [
  'account_id',
  'product',
  'fit',
  'intent_2',
  'intent_1',
  'intent_0',
  'purchase_2',
  'purchase_1',
  'purchase_0',
];

const feeds = FeedName.options.map((feed) => [feed, Object.keys(FEEDS[feed].columns)] as const);

/** Column names of every file, in the order of its rows. */
export const MARKET_HEADERS: Record<MarketFile, readonly string[]> = {
  ...(Object.fromEntries(feeds) as Record<FeedName, string[]>),
  truth: TRUTH,
};

/** `bad` names the column in which a cell was planted that no load may accept. */
export type MarketRow = { feed: MarketFile; row: string[]; bad: string | null };

/** A row from its cells by column; a cell that is absent is blank. */
export function rowOf(feed: MarketFile, cells: Record<string, string>, bad: string | null = null): MarketRow {
  return { feed, row: MARKET_HEADERS[feed].map((column) => cells[column] ?? ''), bad };
}

/** Whole cents as dollars. */
export function dollars(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  return `${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}
