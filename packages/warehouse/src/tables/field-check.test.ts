import { cellSchema, type Field, type FieldRule } from '@ascent/schemas';
import fc from 'fast-check';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freshWarehouse } from '../testing';
import { fieldSql } from './field-check';

const database = await freshWarehouse(inject('warehouse'), { migrated: false });
afterAll(database.drop);
await database.jobs.command({
  sql: 'CREATE TABLE cells (n UInt32, cell String) ENGINE = MergeTree ORDER BY n',
});

const SEED = Date.now() % 2 ** 31;
const RANDOM_CELLS = 6000;
const CHOICES = ['Open', "it's", 'a\\b', 'Ünïcode', ' '];

const EDGES = [
  ...[
    '',
    ' ',
    '0',
    '-0',
    '00',
    '-00',
    '000000000000001',
    '-',
    '--1',
    '+1',
    '1e3',
    '0x10',
    '1 ',
    ' 1',
    '١٢',
    '1_0',
  ],
  ...[
    '999999999999999',
    '-999999999999999',
    '1000000000000000',
    '9223372036854775808',
    '99999999999999999999',
  ],
  ...['0000000000000007', '-0000000000000007', '000000000000007'],
  ...[
    '5',
    '-5',
    '-6',
    '1000',
    '1001',
    '1000.00',
    '1000.001',
    '-1000.0049',
    '1000.005',
    '1000.0050',
    '.5',
    '5.',
    '1.23456',
  ],
  ...[
    '0.005',
    '-0.005',
    '0.0049',
    '0.0050',
    '0.00495',
    '-0.0050',
    '1.995',
    '2.675',
    '0.1',
    '-0.00',
    '1,5',
    '1.2.3',
    '-.5',
  ],
  ...[
    '999999999999.9999',
    '1000000000.0000',
    '1000000000.0001',
    '1000000000.0050',
    '0000000000001.5',
    '000000000001.5',
  ],
  ...[
    '1970-01-01',
    '1969-12-31',
    '2148-12-31',
    '2149-01-01',
    '2149-06-06',
    '2024-02-29',
    '2023-02-29',
    '2000-02-29',
  ],
  ...[
    '2100-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '2024-01-01T00:00:00',
    '20240101',
  ],
  ...[
    '2024-04-31',
    '2024/01/01',
    '0000-00-00',
    '9999-12-31',
    '2024-01-01\n',
    '\n2024-01-01',
    '２０２４-01-01',
  ],
  ...[
    'abc',
    'a b',
    'a\tb',
    'a\nb',
    'abc\n',
    '\nabc',
    'a\0',
    '\0',
    '~!',
    'é',
    '\x7f',
    '\u00a0',
    '12345678',
    '123456789',
  ],
  ...[
    '👍👍👍👍👍',
    '👍👍👍👍👍👍',
    'ééééé',
    'e\u0301e\u0301e',
    '日本語日本',
    '日本語日本語',
    '\u{10ffff}',
    '\ufeffabc',
  ],
  ...[...CHOICES, 'open', 'Open ', "it''s", 'a\\\\b', 'Open\0', "'", '\\', "\\'"],
];

const digits = (max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max });
const sign = fc.constantFrom('', '', '-', '+');
const two = fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, '0'));
const likely = fc.oneof(
  fc.tuple(sign, digits(17)).map((parts) => parts.join('')),
  fc.tuple(sign, digits(14), fc.constant('.'), digits(5)).map((parts) => parts.join('')),
  fc.tuple(fc.integer({ min: 1960, max: 2160 }), two, two).map((parts) => parts.join('-')),
  fc
    .date({ min: new Date('1965-01-01'), max: new Date('2155-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.constantFrom(...CHOICES),
  fc.integer({ min: -1200, max: 1200 }).map(String),
  fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
/** A good cell with one character too many. */
const spoiled = fc
  .tuple(likely, fc.nat(12), fc.constantFrom(...' -.0\n\t\0é\'"\\,', ''))
  .map(([cell, at, more]) => cell.slice(0, at) + more + cell.slice(at));
const wellFormed = (cell: string) => Buffer.from(cell).toString() === cell;
const random = fc.sample(fc.oneof(likely, spoiled).filter(wellFormed), { seed: SEED, numRuns: RANDOM_CELLS });
const CELLS = [...new Set([...EDGES, ...random])];
await database.jobs.insertRows({ table: 'cells', rows: CELLS.map((cell, n) => ({ n, cell })) });

const RULES: FieldRule[] = [
  { kind: 'text', max: 5 },
  { kind: 'id', max: 8 },
  { kind: 'date' },
  { kind: 'integer', min: -5, max: 1000 },
  { kind: 'integer', min: -999_999_999_999_999, max: 999_999_999_999_999 },
  { kind: 'money', max: 1000 },
  { kind: 'money', max: 1_000_000_000 },
  { kind: 'choice', of: CHOICES },
];

const Checked = z.object({
  n: z.number(),
  good: z.number(),
  value: z.union([z.string(), z.number()]).nullable(),
});

/** Text that is absent is an empty string in the warehouse. */
function expected(field: Field, cell: string): string | number | null | 'bad' {
  const outcome = cellSchema(field).safeParse(cell);
  if (!outcome.success) return 'bad';
  if (outcome.data === null) return ['date', 'integer', 'money'].includes(field.rule.kind) ? null : '';
  return typeof outcome.data === 'number' ? outcome.data + 0 : outcome.data;
}

describe.each(RULES)('a cell of $kind $max $min', (rule) => {
  test.each([true, false])('is judged and typed in SQL as by its schema (required: %s)', async (required) => {
    const field: Field = { rule, required };
    const { good, value } = fieldSql(field, 'cell');
    const rows = await database.jobs.query({
      sql: `SELECT n, toUInt8(${good}) AS good, ${value} AS value FROM cells ORDER BY n`,
      schema: Checked,
    });
    expect(rows).toHaveLength(CELLS.length);
    const differing = rows
      .map(({ n, good, value }) => ({
        cell: CELLS[n]!,
        sql: good ? value : 'bad',
        schema: expected(field, CELLS[n]!),
      }))
      .filter(({ sql, schema }) => !Object.is(sql, schema));
    expect(differing, `seed ${SEED}`).toEqual([]);
    const passing = rows.filter(({ good }) => good).length;
    expect(passing).toBeGreaterThan(4);
    expect(passing).toBeLessThan(CELLS.length - 4);
  });
});

test('bytes that are no text are refused in every field', async () => {
  for (const rule of RULES) {
    const { good } = fieldSql({ rule, required: true }, 'cell');
    const sql = `SELECT toUInt8(${good}) AS good FROM (SELECT arrayJoin(['\\xff', 'a\\xc3', '1\\x80']) AS cell)`;
    const rows = await database.jobs.query({ sql, schema: z.object({ good: z.number() }) });
    expect(rows.map(({ good }) => good)).toEqual([0, 0, 0]);
  }
});
