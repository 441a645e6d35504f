import { LEVEL_ROWS_MIN, LEVELS_MAX } from './bins';
import { chance } from './random';
import type { CategoryColumn, Column, EbmTable, NumberColumn } from './table';

/** Rows of the average outcome that a level's own are mixed with. */
const PRIOR_ROWS = 10;
const STREAM = 20_000;

/** What each level of a category says of the outcome: its rate of positives, mixed with that of all. */
export type Statistics = Record<string, number>;

/** Whether a column has more levels of enough rows than a byte can tell apart. */
export function hasTooManyLevels(column: Column): column is CategoryColumn {
  if (column.kind === 'number') return false;
  const rows = new Float64Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) rows[code]! += 1;
  return rows.filter((count) => count >= LEVEL_ROWS_MIN).length > LEVELS_MAX;
}

/**
 * A category of too many levels as a number. A row's own number comes from rows that stand before it in a shuffled
 * order only, so it holds nothing of its own outcome, nor of its account's; `statistics` are those of all rows, for
 * rows that are scored later.
 */
export function orderedStatistics(
  column: CategoryColumn,
  { labels, accounts, weights }: Omit<EbmTable, 'columns'>,
  seed: number,
): { column: NumberColumn; statistics: Statistics } {
  const { codes, levels } = column;
  const key = (row: number) => (accounts ? accounts[row]! : row);
  const place = Float64Array.from(labels, (_, row) => chance(seed, STREAM, key(row)));
  const order = Array.from(labels.keys()).sort((a, b) => place[a]! - place[b]! || key(a) - key(b) || a - b);
  const weightOf = (row: number) => weights?.[row] ?? 1;
  const rate = rateOf(labels, weightOf);
  const counts = new Float64Array(levels.length);
  const positives = new Float64Array(levels.length);
  const rows = new Float64Array(levels.length);
  const values = new Float64Array(labels.length).fill(Number.NaN);
  const statistic = (code: number) => (positives[code]! + PRIOR_ROWS * rate) / (counts[code]! + PRIOR_ROWS);
  for (let from = 0; from < order.length; ) {
    let to = from;
    for (; to < order.length && key(order[to]!) === key(order[from]!); to++) {
      const code = codes[order[to]!]!;
      if (code >= 0) values[order[to]!] = statistic(code);
    }
    for (; from < to; from++) {
      const row = order[from]!;
      const code = codes[row]!;
      if (code < 0) continue;
      counts[code]! += weightOf(row);
      positives[code]! += weightOf(row) * labels[row]!;
      rows[code]! += 1;
    }
  }
  const isKnown = (code: number) => code >= 0 && rows[code]! >= LEVEL_ROWS_MIN;
  for (let row = 0; row < values.length; row++) if (!isKnown(codes[row]!)) values[row] = Number.NaN;
  const statistics = Object.fromEntries(
    levels.flatMap((level, code) => (isKnown(code) ? [[level, statistic(code)] as const] : [])),
  );
  return { column: { kind: 'number', name: column.name, values }, statistics };
}

function rateOf(labels: Uint8Array, weightOf: (row: number) => number): number {
  let [positives, all] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    positives += weightOf(row) * labels[row]!;
    all += weightOf(row);
  }
  return (positives + 0.5) / (all + 1);
}
