import type { Field } from '@ascent/schemas';
import { textLiteral } from './load-mapping';

/**
 * The zod schema of a cell as SQL: `good` tells whether a string column passes, `value` what it becomes.
 * A parity test holds both together.
 */
export function fieldSql(field: Field, column: string): { good: string; value: string } {
  const { good, value, none } = ruleSql(field, column);
  const blank = `${column} = ''`;
  return field.required
    ? { good: `(NOT (${blank}) AND (${good}))`, value: `assumeNotNull(${value})` }
    : { good: `(${blank} OR (${good}))`, value: none === null ? value : `if(${blank}, ${none}, ${value})` };
}

function ruleSql({ rule }: Field, c: string): { good: string; value: string; none: string | null } {
  switch (rule.kind) {
    case 'text':
      return { good: `lengthUTF8(${c}) <= ${rule.max} AND isValidUTF8(${c})`, value: c, none: null };
    case 'id':
      return { good: `match(${c}, '^[!-~]{1,${rule.max}}\\\\z')`, value: c, none: null };
    case 'choice':
      return { good: `${c} IN (${rule.of.map(textLiteral).join(', ')})`, value: c, none: null };
    case 'date':
      return {
        good: `match(${c}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}\\\\z') AND ${c} >= '1970-01-01' AND ${c} <= '2148-12-31' AND toString(toDate32OrDefault(${c}, toDate32('1969-01-01'))) = ${c}`,
        value: `toDateOrNull(${c})`,
        none: 'NULL',
      };
    case 'integer':
      return {
        good: `match(${c}, '^-?[0-9]{1,15}\\\\z') AND toInt64OrZero(${c}) BETWEEN ${rule.min} AND ${rule.max}`,
        value: `toInt64OrNull(${c})`,
        none: 'NULL',
      };
    case 'money': {
      const cents = centsSql(c);
      const most = rule.max * 100;
      return {
        good: `match(${c}, '^-?[0-9]{1,12}([.][0-9]{1,4})?\\\\z') AND ${cents} BETWEEN -${most} AND ${most}`,
        value: `toNullable(${cents})`,
        none: 'NULL',
      };
    }
  }
}

/** On the digits: ten-thousandths as an integer, then half away from zero. */
function centsSql(c: string): string {
  const digits = `replaceOne(${c}, '-', '')`;
  const whole = `toInt64OrZero(splitByChar('.', ${digits})[1])`;
  const fraction = `toInt64OrZero(rightPad(splitByChar('.', ${digits})[2], 4, '0'))`;
  return `(if(startsWith(${c}, '-'), -1, 1) * intDiv(${whole} * 10000 + ${fraction} + 50, 100))`;
}
