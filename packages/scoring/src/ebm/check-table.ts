import type { FineTable } from './bin-rows';
import type { EbmTable } from './table';

/** A histogram cell's place fits two bytes. */
const COLUMNS_MAX = 1023;

export function checkTable({ columns, ...rest }: EbmTable): void {
  const all = columns.map((column) => ({
    name: column.name,
    rows: column.kind === 'number' ? column.values.length : column.codes.length,
  }));
  check(all, rest);
}

export function checkFineTable({ features, fine, ...rest }: FineTable): void {
  if (fine.length !== features.length)
    throw new Error(`there are ${features.length} features and bins of ${fine.length}`);
  check(
    features.map(({ name }, f) => ({ name, rows: fine[f]!.length })),
    rest,
  );
}

type Rest = Pick<FineTable, 'labels' | 'accounts' | 'times' | 'weights'>;

function check(columns: { name: string; rows: number }[], { labels, accounts, times, weights }: Rest): void {
  if (labels.length === 0) throw new Error('the table has no rows');
  if (columns.length === 0) throw new Error('the table has no columns to learn from');
  if (columns.length > COLUMNS_MAX)
    throw new Error(`the table has ${columns.length} columns, more than ${COLUMNS_MAX}`);
  for (const { name, rows } of columns)
    if (rows !== labels.length)
      throw new Error(`column ${name} has ${rows} rows, the labels have ${labels.length}`);
  for (const [what, each] of Object.entries({ accounts, times, weights }))
    if (each && each.length !== labels.length)
      throw new Error(`the ${what} have ${each.length} rows, the labels have ${labels.length}`);
  checkNumbers('weights', weights, 0);
  checkNumbers('times', times, -Infinity);
  const odd = labels.findIndex((label) => label > 1);
  if (odd >= 0) throw new Error(`the label of row ${odd} is ${labels[odd]}, neither 0 nor 1`);
}

function checkNumbers(what: string, all: ArrayLike<number> | null | undefined, min: number): void {
  for (let row = 0; row < (all?.length ?? 0); row++)
    if (!(Number.isFinite(all![row]!) && all![row]! >= min))
      throw new Error(`the ${what} have ${all![row]} in row ${row}`);
}
