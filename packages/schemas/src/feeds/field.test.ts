import { describe, expect, test } from 'vitest';
import { cellSchema, choice, date, type Field, id, integer, money, optional, text } from './field';

const read = (field: Field, cell: string) => cellSchema(field).safeParse(cell);

type Good = [cell: string, value: string | number | null];
type Kind = { name: string; field: Field; good: Good[]; bad: string[]; reason: string };

const same = (...cells: string[]): Good[] => cells.map((cell) => [cell, cell]);

const KINDS: Kind[] = [
  {
    name: 'a text of at most 5 characters',
    field: text(5),
    good: same('a', 'ação!', '東京都', '😀😀😀😀😀', ' b ', '"', "d'O", '-'),
    bad: ['abcdef', '😀😀😀😀😀😀'],
    reason: 'is longer than 5 characters',
  },
  {
    name: 'an id of at most 8 characters',
    field: id(8),
    good: same('1', 'A-1_b.c', '~!"#$%&', '12345678'),
    bad: ['123456789', 'a b', ' a', 'a ', 'é', 'a\n', 'a\tb', '\u00a0', '日'],
    reason: 'must be 1 to 8 printable ASCII characters without spaces',
  },
  {
    name: 'a date',
    field: date(),
    good: same('1970-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2148-02-29', '2148-12-31'),
    bad: [
      '1969-12-31',
      '2149-01-01',
      '9999-01-01',
      '2023-02-29',
      '2100-02-29',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2026-01-32',
      '2026-1-1',
      '20260101',
      '01/02/2026',
      '2026-01-01T00:00:00Z',
      ' 2026-01-01',
      '2026-01-01\n',
      '２０２６-01-01',
      'today',
    ],
    reason: 'must be a date written YYYY-MM-DD between 1970 and 2148',
  },
  {
    name: 'a whole number from -5 to 1000',
    field: integer(-5, 1000),
    good: [
      ['0', 0],
      ['-5', -5],
      ['1000', 1000],
      ['0007', 7],
      ['-0', 0],
    ],
    bad: ['-6', '1001', '1.0', '1e2', '+1', ' 1', '1,000', '0x10', '--1', '-', 'NaN', '1\n', '9'.repeat(16)],
    reason: 'must be a whole number from -5 to 1000',
  },
  {
    name: 'an amount of at most 1000 dollars',
    field: money(1000),
    good: [
      ['0', 0],
      ['12', 1200],
      ['12.3', 1230],
      ['12.34', 1234],
      ['12.344', 1234],
      ['12.345', 1235],
      ['12.3449', 1234],
      ['12.3450', 1235],
      ['0.005', 1],
      ['0.0049', 0],
      ['-0.005', -1],
      ['-0.0049', 0],
      ['-0.00', 0],
      ['-12.345', -1235],
      ['-12.3449', -1234],
      ['1.005', 101],
      ['8.575', 858],
      ['1000', 100_000],
      ['-1000.00', -100_000],
      ['000001.5', 150],
    ],
    bad: [
      '1000.01',
      '-1000.01',
      '1.23456',
      '.5',
      '5.',
      '1,5',
      '1.234,50',
      '$5',
      '+5',
      ' 5',
      '5 ',
      '--5',
      '1e3',
      'NaN',
      'Infinity',
      '5\n',
      '1234567890123',
    ],
    reason: 'must be an amount like 1234.50, at most 1000',
  },
  {
    name: 'one of several words',
    field: choice(['Full', 'Partial']),
    good: same('Full', 'Partial'),
    bad: ['full', 'Full ', 'F', 'Full,Partial', '__proto__'],
    reason: 'must be one of: Full, Partial',
  },
];

describe.each(KINDS)('$name', ({ field, good, bad, reason }) => {
  test.each(good)('takes %j as %j', (cell, value) => {
    const { success, data } = read(field, cell);
    expect(success).toBe(true);
    expect(data).toBe(value);
  });

  test.each(bad)('refuses %j with the reason', (cell) => {
    expect(read(field, cell).error?.issues).toMatchObject([{ message: reason }]);
  });

  test('is unknown when blank and optional, refused when blank and required', () => {
    expect(read(optional(field), '').data).toBe(null);
    expect(read(field, '').error?.issues).toMatchObject([{ message: 'is required' }]);
  });
});

test('an amount of a feed goes to a billion dollars, exact to the cent', () => {
  expect(read(money(), '999999999.9949').data).toBe(99_999_999_999);
  expect(read(money(), '-999999999.995').data).toBe(-100_000_000_000);
  expect(read(money(), '1000000000.01').success).toBe(false);
});
