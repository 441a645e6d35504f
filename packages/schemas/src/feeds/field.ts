import { z } from 'zod';

/**
 * A feed cell is a string of the file; a field says which strings are good and what they become.
 * The rule is data, so that the same field compiles to a zod schema here and to SQL in the load.
 */
export type FieldRule =
  | { kind: 'text'; max: number }
  | { kind: 'id'; max: number }
  | { kind: 'date' }
  | { kind: 'integer'; min: number; max: number }
  | { kind: 'money'; max: number }
  | { kind: 'choice'; of: readonly string[] };

export type Field = { rule: FieldRule; required: boolean };

export const text = (max = 200): Field => ({ rule: { kind: 'text', max }, required: true });
export const id = (max = 80): Field => ({ rule: { kind: 'id', max }, required: true });
export const date = (): Field => ({ rule: { kind: 'date' }, required: true });
export const integer = (min: number, max: number): Field => ({
  rule: { kind: 'integer', min, max },
  required: true,
});
/** US dollars with up to four decimals; stored as integer cents, half away from zero. */
export const money = (max = 1_000_000_000): Field => ({ rule: { kind: 'money', max }, required: true });
export const choice = (of: readonly string[]): Field => ({ rule: { kind: 'choice', of }, required: true });
export const optional = (field: Field): Field => ({ ...field, required: false });

const MONEY = /^-?\d{1,12}(\.\d{1,4})?$/;

/** The zod schema of one cell: a string in, the typed value (null when blank and optional) out. */
export function cellSchema(field: Field): z.ZodType<string | number | null, string> {
  return z.string().transform((cell, context) => {
    if (cell === '') {
      if (field.required) context.addIssue({ code: 'custom', message: 'is required' });
      return null;
    }
    const outcome = readCell(field.rule, cell);
    if (typeof outcome === 'object') {
      context.addIssue({ code: 'custom', message: outcome.reason });
      return null;
    }
    return outcome;
  });
}

function readCell(rule: FieldRule, cell: string): string | number | { reason: string } {
  switch (rule.kind) {
    case 'text':
      return [...cell].length <= rule.max ? cell : { reason: `is longer than ${rule.max} characters` };
    case 'id':
      return /^[!-~]+$/.test(cell) && cell.length <= rule.max
        ? cell
        : { reason: `must be 1 to ${rule.max} printable ASCII characters without spaces` };
    case 'date':
      return isDate(cell) ? cell : { reason: 'must be a date written YYYY-MM-DD between 1970 and 2148' };
    case 'integer': {
      // Plus zero: "-0" is 0, as it is in SQL.
      const value = /^-?\d{1,15}$/.test(cell) ? Number(cell) + 0 : Number.NaN;
      return value >= rule.min && value <= rule.max
        ? value
        : { reason: `must be a whole number from ${rule.min} to ${rule.max}` };
    }
    case 'money': {
      const value = MONEY.test(cell) ? cents(cell) : Number.NaN;
      return Math.abs(value) <= rule.max * 100
        ? value
        : { reason: `must be an amount like 1234.50, at most ${rule.max}` };
    }
    case 'choice':
      return rule.of.includes(cell) ? cell : { reason: `must be one of: ${rule.of.join(', ')}` };
  }
}

function isDate(cell: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(cell) || cell < '1970-01-01' || cell > '2148-12-31') return false;
  const parsed = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === cell;
}

/** Exact: works on the digits, never on a binary fraction. */
function cents(cell: string): number {
  const negative = cell.startsWith('-');
  const [whole = '0', fraction = ''] = cell.replace('-', '').split('.');
  const tenThousandths = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'));
  const rounded = Math.floor((tenThousandths + 50) / 100);
  return negative ? 0 - rounded : rounded;
}
