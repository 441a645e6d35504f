import { type Catalogue, defaultCatalogue, type Fact } from '@ascent/schemas';
import { expect, test } from 'vitest';
import { factsQuery, factType } from './facts-query';

const tables = {
  accounts: 'accounts',
  technologies: 'technologies',
  subscriptions: 'subscriptions',
  transactions: 'transactions',
  agreements: 'agreements',
  opportunities: 'opportunities',
  signals: 'signals',
};
const over = (source: Fact['source']): Catalogue => ({
  ...defaultCatalogue,
  facts: [{ id: 'asked', words: { en: 'x', pt: 'x' }, unit: 'cents', visibility: 'open', source }],
});

test.each([
  { from: 'transactions', measure: 'lateness', windowDays: 30 },
  { from: 'transactions', measure: 'meanOrderAmount', skus: ['AZ-VM'] },
] as const)('what is over whole orders takes neither skus nor a window: %o', (source) => {
  expect(() => factsQuery(over(source as Fact['source']), tables)).toThrow(/^fact asked: .* whole orders/);
});

test('every fact has a column of its own, and every feed one part', () => {
  const sql = factsQuery(defaultCatalogue, tables);
  for (const { id } of defaultCatalogue.facts) {
    const column = new RegExp(`AS f_${id}\\b`, 'g');
    expect(sql.match(column)!.length).toBeGreaterThan(0);
  }
  for (const table of Object.keys(tables)) expect(sql).toContain(`FROM ${table}`);
  expect(sql).not.toContain('undefined');
});

test('categories are words, everything else whole numbers, and both may be unknown', () => {
  const types = new Set(defaultCatalogue.facts.map(factType));
  expect(types).toEqual(new Set(['Nullable(Int64)', 'LowCardinality(Nullable(String))']));
});
