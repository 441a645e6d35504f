import { z } from 'zod';
import { accounts } from './accounts';
import { agreements } from './agreements';
import { cellSchema, type Field } from './field';
import { opportunities } from './opportunities';
import { partners } from './partners';
import { signals } from './signals';
import { subscriptions } from './subscriptions';
import { technologies } from './technologies';
import { transactions } from './transactions';

export const FeedName = z.enum([
  'accounts',
  'partners',
  'technologies',
  'subscriptions',
  'transactions',
  'agreements',
  'opportunities',
  'signals',
]);
export type FeedName = z.infer<typeof FeedName>;

/** A kind of file that the host uploads. `key` names the columns that identify a row over all files. */
export type Feed = { key: readonly string[]; columns: Record<string, Field> };

export const FEEDS: Record<FeedName, Feed> = {
  accounts,
  partners,
  technologies,
  subscriptions,
  transactions,
  agreements,
  opportunities,
  signals,
};

export type FeedRow = Record<string, string | number | null>;

/** The zod schema of one row: every column a string in (blank when absent), typed values out. */
export function feedRowSchema(name: FeedName): z.ZodType<FeedRow, Record<string, string>> {
  const shape = Object.fromEntries(
    Object.entries(FEEDS[name].columns).map(([column, field]) => [column, cellSchema(field)]),
  );
  return z.object(shape) as unknown as z.ZodType<FeedRow, Record<string, string>>;
}
