import type { ColumnType } from '@ascent/schemas';

type Stored = string | number | null | string[] | undefined;

/** The text of a cell in a file: cents become dollars, a missing value is blank. */
export function cellText(type: ColumnType, value: Stored): string {
  if (value === null || value === undefined) return '';
  if (type !== 'decimal') return String(value);
  const cents = Math.abs(Number(value));
  return `${Number(value) < 0 ? '-' : ''}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
/** A sign that starts a formula or a command, behind blanks and characters that a spreadsheet drops; or a leading tab or line break. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** A spreadsheet would run these as a formula: an apostrophe in front makes them text. Numbers stay numbers. */
export function inert(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
