import type { EbmTable, Part } from '@ascent/scoring';
import { ServiceError } from '@ascent/services';
import type { TextTable } from './read-csv';
import { NUMBER, typedColumn } from './typed-columns';

export type TaskOptions = {
  target: string;
  by: { kind: 'fold' | 'split'; column: string };
  drop: string[];
  categorical: string[];
  /** Whose rows belong together; never learnt from. */
  account?: string | undefined;
  /** When each row was: numbers or dates as 2026-11-25; never learnt from. */
  time?: string | undefined;
};
export type PropensityTask = { table: EbmTable; parts: Part[]; positive: string };

/** Columns of these names say how rows are parted and are never learnt from, whichever one does so now. */
const PARTING = ['fold', 'split'];

export function propensityTask(
  text: TextTable,
  { target, by, drop, categorical, account, time }: TaskOptions,
): PropensityTask {
  const column = (name: string) => {
    const at = text.headers.indexOf(name);
    if (at < 0)
      throw new ServiceError(
        'invalid',
        `${text.path}: there is no column "${name}"; there are ${text.headers.join(', ')}`,
      );
    return text.columns[at]!;
  };
  for (const name of [...drop, ...categorical]) column(name);
  if (target === by.column)
    throw new ServiceError('invalid', `${text.path}: "${target}" cannot be the target and the ${by.kind}`);
  const { labels, positive } = labelsOf(text.path, target, column(target));
  const parts = by.kind === 'fold' ? folds(column(by.column)) : [trainAndTest(column(by.column))];
  for (const { name, train, test } of parts)
    if (train.length === 0 || test.length === 0)
      throw new ServiceError(
        'invalid',
        `${text.path}: ${by.kind} "${by.column}" leaves ${train.length} rows to learn from and ${test.length} to test on in ${name}`,
      );
  const apart = [target, by.column, ...drop, ...PARTING, account, time];
  const left = text.headers.filter((name) => !apart.includes(name));
  if (left.length === 0) throw new ServiceError('invalid', `${text.path}: no column is left to learn from`);
  const columns = left.map((name) => typedColumn(name, column(name), categorical.includes(name)));
  const accounts = account === undefined ? undefined : codesOf(column(account));
  const times = time === undefined ? undefined : timesOf(text.path, time, column(time));
  return { table: { columns, labels, accounts, times }, parts, positive };
}

/** 1 is what sorts last of the two values: 1 after 0, yes after no, true after false, won after lost. */
function labelsOf(path: string, target: string, texts: string[]): { labels: Uint8Array; positive: string } {
  const empty = texts.findIndex((text) => text.trim() === '');
  if (empty >= 0)
    throw new ServiceError('invalid', `${path}: target "${target}" is empty in row ${empty + 1}`);
  const values = [...new Set(texts.map((text) => text.trim()))].sort();
  if (values.length !== 2)
    throw new ServiceError(
      'invalid',
      `${path}: target "${target}" must be 0 or 1 or have two values; it has ${values.length}: ${values.slice(0, 5).join(', ')}`,
    );
  const positive = values[1]!;
  return { labels: Uint8Array.from(texts, (text) => (text.trim() === positive ? 1 : 0)), positive };
}

/** A number for each account; rows without one are accounts of their own. */
function codesOf(texts: string[]): Float64Array {
  const known = new Map<string, number>();
  return Float64Array.from(texts, (text, row) => {
    if (text.trim() === '') return texts.length + row;
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
}

function timesOf(path: string, name: string, texts: string[]): Float64Array {
  const times = Float64Array.from(texts, (text) =>
    NUMBER.test(text.trim()) ? Number(text) : Date.parse(text.trim()),
  );
  const odd = times.findIndex(Number.isNaN);
  if (odd >= 0)
    throw new ServiceError(
      'invalid',
      `${path}: time "${name}" is neither a number nor a date in row ${odd + 1}: "${texts[odd]}"`,
    );
  return times;
}

function folds(texts: string[]): Part[] {
  const names = [...new Set(texts)].sort();
  return names.map((name) => ({
    name: `fold ${name}`,
    train: rowsWhere(texts, (text) => text !== name),
    test: rowsWhere(texts, (text) => text === name),
  }));
}

function trainAndTest(texts: string[]): Part {
  return {
    name: 'train / test',
    train: rowsWhere(texts, (text) => text === 'train'),
    test: rowsWhere(texts, (text) => text === 'test'),
  };
}

function rowsWhere(texts: string[], passes: (text: string) => boolean): Uint32Array {
  return Uint32Array.from(texts.flatMap((text, row) => (passes(text) ? [row] : [])));
}
