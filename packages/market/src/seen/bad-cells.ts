import type { Random } from '../random';

/** A cell that no load may accept. */
type BadCell = { column: string; value: string };

/** Share of the rows of accounts and signals that have one. */
const BAD_SHARE = 0.001;

const ACCOUNT_CELLS: readonly BadCell[] = [
  { column: 'employees', value: 'n/a' },
  { column: 'employees', value: '-5' },
  { column: 'founded_year', value: 'unknown' },
  { column: 'known_on', value: '31/02/2026' },
  { column: 'nonprofit', value: 'Maybe' },
  { column: 'monthly_consumption', value: '1,200' },
];

const SIGNAL_CELLS: readonly BadCell[] = [
  { column: 'date', value: '2026-13-05' },
  { column: 'seen_on', value: 'yesterday' },
  { column: 'strength', value: '140' },
  { column: 'strength', value: '-1' },
  { column: 'kind', value: 'rumour' },
];

/** Plants a bad cell in few rows; returns the column, or null. Changes the row. */
export function spoil(r: Random, feed: 'accounts' | 'signals', row: Record<string, string>): string | null {
  if (!r.chance(BAD_SHARE)) return null;
  const { column, value } = r.pick(feed === 'accounts' ? ACCOUNT_CELLS : SIGNAL_CELLS);
  row[column] = value;
  return column;
}
