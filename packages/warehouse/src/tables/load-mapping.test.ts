import type { ColumnSource, Mapping } from '@ascent/schemas';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freshWarehouse } from '../testing';
import { cellsSql, MappingError, textLiteral } from './load-mapping';

const database = await freshWarehouse(inject('warehouse'), { migrated: false });
afterAll(database.drop);

const REQUIRED = { technology: 'tech', account_id: 'id', first_seen: 'seen' };
const HEADERS = ['id', 'tech', 'seen', 'a', 'b'];

function mappingOf(last_seen: ColumnSource): Mapping {
  return { feed: 'technologies', columns: { ...REQUIRED, last_seen } };
}

/** What a source makes of a row whose foreign columns are `a` and `b`. */
async function cell(source: ColumnSource, a: string, b = ''): Promise<string> {
  const { last_seen } = cellsSql('technologies', HEADERS, mappingOf(source));
  const [row] = await database.jobs.query({
    sql: `SELECT ${last_seen} AS cell FROM (SELECT 17 AS row, '' AS c0, '' AS c1, '' AS c2, {a:String} AS c3, {b:String} AS c4)`,
    params: { a, b },
    schema: z.object({ cell: z.string() }),
  });
  return row!.cell;
}

describe('a cell of a foreign file', () => {
  const cases: [name: string, source: ColumnSource, a: string, b: string, expected: string][] = [
    ['a column, trimmed', 'a', '  x y ', '', 'x y'],
    ['a column with quotes', 'a', `it's "x" \\ 'y'`, '', `it's "x" \\ 'y'`],
    ['a constant', { constant: "it's \\ fixed" }, 'x', '', "it's \\ fixed"],
    ['parts put together', { concat: ['a', { text: "-'-" }, 'b'] }, 'x', 'y', "x-'-y"],
    ['one part alone', { concat: ['a'] }, 'x', '', 'x'],
    ['the line', { concat: [{ text: 'L' }, { line: true }] }, '', '', 'L17'],
    ['a product, exact', { product: ['a', 'b'] }, '0.1', '3', '0.3'],
    ['a product of many digits', { product: ['a', 'b'] }, '123456.7891', '-9.99', '-1233333.3231'],
    ['a product with spaces', { product: ['a', 'b'] }, ' 2 ', ' 4.5', '9'],
    ['a product of no numbers', { product: ['a', 'b'] }, 'x', '3', 'not a number'],
    ['a product of nothing', { product: ['a', 'b'] }, '', '3', 'not a number'],
    [
      'a product of very many digits',
      { product: ['a', 'b'] },
      '999999999999',
      '9999999999',
      '9999999998990000000001',
    ],
    ['a product of small parts', { product: ['a', 'b'] }, '1000', '0.123456', '123.456'],
    ['a product below a ten-thousandth', { product: ['a', 'b'] }, '0.00009', '-1', '0'],
    [
      'a product that no number could hold',
      { product: ['a', 'b'] },
      '9'.repeat(60),
      '9'.repeat(60),
      'not a number',
    ],
    ['a product of odd spellings', { product: ['a', 'b'] }, '+.5', '2.', '1'],
    ['another value', { column: 'a', values: { Y: 'Yes', "n'": 'No' } }, 'Y', '', 'Yes'],
    ['another value with a quote', { column: 'a', values: { Y: 'Yes', "n'": 'No' } }, "n'", '', 'No'],
    ['a value that is not listed', { column: 'a', values: { Y: 'Yes' } }, 'Z', '', 'Z'],
    ['any other value', { column: 'a', values: { Y: 'Yes' }, otherwise: 'No' }, 'Z', '', 'No'],
    ['no values at all', { column: 'a', values: {} }, 'Z', '', 'Z'],
    ['no values, otherwise', { column: 'a', values: {}, otherwise: 'No' }, 'Z', '', 'No'],
    ['a day of a time', { column: 'a', take: 'date' }, '2026-01-31T10:00:00Z', '', '2026-01-31'],
    ['digits', { column: 'a', take: 'digits' }, '+1 (23) 4-5', '', '12345'],
    ['a host', { column: 'a', take: 'host' }, 'https://WWW.Example.com:80/x?y', '', 'example.com'],
    ['a host without a scheme', { column: 'a', take: 'host' }, 'www.Example.com/x', '', 'example.com'],
    ['a whole number', { column: 'a', take: 'integer' }, '12.000', '', '12'],
    ['a number that is not whole', { column: 'a', take: 'integer' }, '12.50', '', '12.50'],
    [
      'a whole number, then a value',
      { column: 'a', take: 'integer', values: { '1': 'one' } },
      '1.0',
      '',
      'one',
    ],
  ];
  test.each(cases)('is %s', async (_, source, a, b, expected) => {
    expect(await cell(source, a, b)).toBe(expected);
  });
});

describe('a mapping is refused', () => {
  test('for another feed', () => {
    const mapping: Mapping = { feed: 'signals', columns: {} };
    expect(() => cellsSql('technologies', HEADERS, mapping)).toThrow(
      /for the feed signals, not technologies/,
    );
  });

  test('with a column that the feed does not have', () => {
    const mapping: Mapping = { feed: 'technologies', columns: { ...REQUIRED, colour: 'a' } };
    expect(() => cellsSql('technologies', HEADERS, mapping)).toThrow(/columns\.colour/);
  });

  test.each<ColumnSource>(['c', { concat: ['a', 'c'] }, { product: ['a', 'c'] }, { column: 'c' }])(
    'with a column that the file does not have: %j',
    (source) => {
      expect(() => cellsSql('technologies', HEADERS, mappingOf(source))).toThrow(MappingError);
      expect(() => cellsSql('technologies', HEADERS, mappingOf(source))).toThrow(/last_seen.*"c"/);
    },
  );

  test('without a column that must be there', () => {
    const mapping: Mapping = { feed: 'technologies', columns: { account_id: 'id' } };
    expect(() => cellsSql('technologies', HEADERS, mapping)).toThrow(/no column for technology, first_seen/);
    expect(() => cellsSql('technologies', ['account_id'], null)).toThrow(
      /no column for technology, first_seen/,
    );
  });
});

test('without a mapping columns are found by name in any order, others are left out, absent ones are blank', () => {
  const headers = ['first_seen', 'whatever', 'account_id', 'technology'];
  expect(cellsSql('technologies', headers, null)).toEqual({
    account_id: 'trimBoth(c2)',
    technology: 'trimBoth(c3)',
    first_seen: 'trimBoth(c0)',
    last_seen: "''",
  });
});

test.each(["it's", '\\', "\\'", "'; DROP TABLE t; --", 'tab\t\n', '👍', ''])(
  'a text is itself as a literal: %j',
  async (text) => {
    const sql = `SELECT ${textLiteral(text)} AS text`;
    expect(await database.jobs.query({ sql, schema: z.object({ text: z.string() }) })).toEqual([{ text }]);
  },
);
