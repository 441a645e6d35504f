import type { ColumnType } from '@ascent/schemas';

type Stored = string | number | null | string[] | undefined;

/** The text of a cell in a file: cents become dollars, a missing value is blank. */
export function cellText(type: ColumnType, value: Stored): string {
  if (value === null || value === undefined) return '';
  if (type !== 'decimal') return String(value);
  const cents = Math.abs(Number(value));
  return `${Number(value) < 0 ? '-' : ''}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** A spreadsheet would run these as a formula: an apostrophe in front makes them text. Numbers stay numbers. */
export function inert(text: string): string {
  if (!/^[=+\-@\t\r|%\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text.trimStart() === text ? text : text.trimStart()))
    return text;
  return /^-?\d+(\.\d+)?$/.test(text) ? text : `'${text}`;
}
