import { type Catalogue, defaultCatalogue, FeedName, type Product } from '@ascent/schemas';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Month } from './month';
import { features } from './steps/features';
import { feedRows } from './testing/feed-rows';
import { readRows, scopeSql, skuTest, toTable } from './training-rows';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;

const AS_OF = '2026-06-20';
const fact = (id: string) => defaultCatalogue.facts.find((each) => each.id === id)!;
const facts = [fact('employees'), fact('country'), fact('orders365d')];
const product = (id: string, over: Partial<Product>): Product => ({
  ...defaultCatalogue.products[0]!,
  id,
  scope: undefined,
  fit: { facts: ['employees'], labelDays: 30 },
  ...over,
});
const catalogue: Catalogue = {
  ...defaultCatalogue,
  facts,
  products: [product('Small', { skus: ['A'], scope: 'employees < 300' }), product('Any', { skus: ['*'] })],
  trainingCutOffs: [AS_OF],
  cohorts: [],
};
const month = {
  period: '2026-10',
  releaseId: '2026-10.1',
  catalogue,
  warehouse: jobs,
  inputs: Object.fromEntries(FeedName.options.map((feed) => [feed, [1]])),
} as unknown as Month;

const rows = feedRows(jobs, 1);
await rows('accounts', [
  { account_id: 'a1', employees: 10, country: 'Brazil' },
  { account_id: 'a2', employees: 500 },
  { account_id: 'a3', country: 'Chile' },
  { account_id: 'a4', employees: 20, country: 'Chile' },
  { account_id: 'unseen', employees: 5 },
]);
await rows(
  'technologies',
  ['a1', 'a2', 'a3', 'a4'].map((account_id) => ({
    account_id,
    technology: 'Zoom',
    first_seen: '2020-01-01',
  })),
);
let sales = 0;
const sale = (account_id: string, date: string, sku: string, amount: number, quantity = 1) => {
  sales += 1;
  return { transaction_id: `t${sales}`, account_id, partner_id: 'p', sku, quantity, amount, date };
};
await rows('transactions', [
  sale('a1', '2026-06-19', 'A', 100),
  sale('a1', AS_OF, 'A', 900),
  sale('a2', '2026-09-17', 'B', 500),
  sale('a3', '2026-09-18', 'A', 500),
  sale('a4', '2026-07-19', 'A', 400),
  sale('a4', '2026-07-20', 'A', 9000),
  sale('a4', '2026-07-01', 'A', -400, -1),
]);
await features(month);

describe('training rows', () => {
  test('are the accounts in scope that were observed, each with its facts as they were and what it did after', async () => {
    const columns = await readRows(month, AS_OF, { kind: 'purchase', days: 90 });
    const small = toTable(catalogue.products[0]!, facts, [columns]);
    expect([...small.numbers.employees!]).toEqual([10, 20]);
    expect(small.categories.country).toEqual(['Brazil', 'Chile']);
    expect([...small.numbers.orders365d!]).toEqual([1, 0]);
    expect([...small.labels]).toEqual([1, 1]);
    const any = toTable(catalogue.products[1]!, facts, [columns]);
    expect([...any.numbers.employees!]).toEqual([10, 500, Number.NaN, 20]);
    expect(any.categories.country).toEqual(['Brazil', null, 'Chile', 'Chile']);
    // From the day itself to the day before the horizon ends.
    expect([...any.labels]).toEqual([1, 1, 0, 1]);
    expect([...any.cutOff]).toEqual([0, 0, 0, 0]);
    expect(new Set(any.accountHash).size).toBe(4);
  });

  test('of several cut-offs follow each other, an account keeping its hash', async () => {
    const columns = await readRows(month, AS_OF, { kind: 'purchase', days: 90 });
    const { cutOff, accountHash, labels } = toTable(catalogue.products[1]!, facts, [columns, columns]);
    expect([...cutOff]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(accountHash.slice(0, 4)).toEqual(accountHash.slice(4));
    expect(labels).toHaveLength(8);
  });

  test('take as best customers those who spent the buyers’ median or more within the label’s days', async () => {
    const columns = await readRows(month, AS_OF, { kind: 'best-customer' });
    const labels = (index: number) => [...toTable(catalogue.products[index]!, facts, [columns]).labels];
    // Within 30 days only a1 (900) and a4 (400) bought; the lower median of both is 400.
    expect(labels(1)).toEqual([1, 0, 0, 1]);
    await rows('transactions', [sale('a2', '2026-07-01', 'B', 1000), sale('a3', '2026-07-02', 'B', 2000)]);
    const more = await readRows(month, AS_OF, { kind: 'best-customer' });
    expect([...toTable(catalogue.products[1]!, facts, [more]).labels]).toEqual([1, 1, 1, 0]);
  });
});

test('a scope and the skus of a product are SQL, and everything where none is named', () => {
  const [small, any] = catalogue.products as [Product, Product];
  expect(scopeSql(month, small)).toContain('f_employees < 300');
  expect(scopeSql(month, any)).toBe('1');
  expect(skuTest(small)).toBe("sku IN ('A')");
  expect(skuTest(any)).toBe('1');
});
