import { describe, expect, test } from 'vitest';
import { Mapping } from './mapping';

const withColumn = (source: unknown) => ({ feed: 'transactions', columns: { sku: source } });

describe('a mapping may say where a cell comes from', () => {
  test.each<[string, unknown]>([
    ['by a column', 'StockCode'],
    ['by a constant', { constant: '' }],
    ['by joining columns, texts and the line', { concat: ['Invoice', { text: '-' }, { line: true }] }],
    ['by a product of two columns', { product: ['Quantity', 'Price'] }],
    ['by a part of a column', { column: 'InvoiceDate', take: 'date' }],
    ['by a table of values', { column: 'Stage', values: { Won: 'Won' }, otherwise: 'Open' }],
  ])('%s', (_how, source) => {
    expect(Mapping.parse(withColumn(source))).toEqual(withColumn(source));
  });
});

describe('a mapping is refused', () => {
  test.each<[string, unknown]>([
    ['a feed that there is not', { feed: 'sales', columns: {} }],
    ['no columns', { feed: 'accounts' }],
    ['a key it does not know', { feed: 'accounts', columns: {}, column: {} }],
    ['a source that is a number', withColumn(3)],
    ['a source that is null', withColumn(null)],
    ['an empty source', withColumn({})],
    ['a constant that is no text', withColumn({ constant: 5 })],
    ['a constant with something beside it', withColumn({ constant: 'x', column: 'y' })],
    ['joining nothing', withColumn({ concat: [] })],
    ['a part of a kind there is not', withColumn({ concat: [{ word: 'x' }] })],
    ['a part that is two things', withColumn({ concat: [{ text: 'x', line: true }] })],
    ['a line that is not one', withColumn({ concat: [{ line: false }] })],
    ['a product of one', withColumn({ product: ['Quantity'] })],
    ['a product of three', withColumn({ product: ['a', 'b', 'c'] })],
    ['a part to take that there is not', withColumn({ column: 'x', take: 'year' })],
    ['values that are no texts', withColumn({ column: 'x', values: { a: 1 } })],
    ['a misspelt key', withColumn({ column: 'x', value: {} })],
    ['a list', []],
    ['a text', 'accounts'],
  ])('%s', (_what, document) => {
    expect(Mapping.safeParse(document).success).toBe(false);
  });

  test('and the place is named', () => {
    const { error } = Mapping.safeParse(withColumn(3));
    expect(error!.issues[0]!.path).toEqual(['columns', 'sku']);
  });
});
