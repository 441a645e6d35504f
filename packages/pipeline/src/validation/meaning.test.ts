import { type Catalogue, defaultCatalogue, FeedName, type Product } from '@ascent/schemas';
import { seeded } from '@ascent/scoring/testing';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { feedRows } from '../testing/feed-rows';
import { changedMeaning } from './meaning';
import { monthFacts } from './month-facts';
import { readMonths } from './read-months';

const database = await freshWarehouse(inject('warehouse'));
afterAll(() => database.drop());
const { jobs } = database;

const fact = (id: string) => defaultCatalogue.facts.find((each) => each.id === id)!;
const product = (id: string, over: Partial<Product>): Product => ({
  ...defaultCatalogue.products[0]!,
  id,
  scope: undefined,
  intent: { facts: ['hiring', 'orders365d'] },
  ...over,
});
const catalogue: Catalogue = {
  ...defaultCatalogue,
  facts: [fact('hiring'), fact('orders365d'), fact('employees')],
  products: [product('Small', { skus: ['A'], scope: 'employees < 300' }), product('Any', { skus: ['*'] })],
};
const bins = ['hiring', 'orders365d'].map((id) => ({
  fact: id,
  bins: { kind: 'number' as const, edges: [1, 2, 3] },
  coarse: [0, 1, 2, 3, 4],
}));
const binning = { id: 'b', facts: bins } as never;
const looked = (load: number, period: string) => ({
  catalogue,
  warehouse: jobs,
  period,
  inputs: Object.fromEntries(FeedName.options.map((feed) => [feed, [load]])) as never,
});
const signal = (n: number, account_id: string, date: string, seen_on: string | null = null) => ({
  signal_id: `s${n}`,
  account_id,
  kind: 'hiring',
  topic: 'business',
  date,
  seen_on,
  strength: 50,
});
const sale = (n: number, account_id: string, date: string, sku = 'A') => ({
  transaction_id: `t${n}`,
  account_id,
  partner_id: 'p',
  sku,
  quantity: 1,
  amount: 100,
  date,
});

describe('a month', () => {
  test('is the facts at its beginning and the purchases within it, of accounts in scope', async () => {
    const rows = feedRows(jobs, 1);
    await rows('accounts', [
      { account_id: 'a1', employees: 10 },
      { account_id: 'a2', employees: 500 },
      { account_id: 'unseen', employees: 5 },
    ]);
    await rows('signals', [
      signal(1, 'a1', '2026-06-19', '2026-07-02'),
      signal(2, 'a1', '2026-06-20'),
      signal(3, 'a2', '2026-05-01'),
    ]);
    await rows('transactions', [
      sale(1, 'a1', '2026-06-19', 'B'),
      sale(2, 'a1', '2026-06-20'),
      sale(3, 'a2', '2026-07-19', 'B'),
      sale(4, 'a2', '2026-07-20'),
    ]);
    const chosen = monthFacts(catalogue, binning);
    const months = await readMonths(looked(1, '2026-08'), chosen, ['2026-06-20', '2026-07-20', '2026-08-20']);
    expect([...months.cutOff].sort()).toEqual([0, 0, 1, 1]);
    const row = (account: 'a1' | 'a2', month: number) => {
      const own = [...months.cutOff.keys()].filter((at) => months.cutOff[at] === month);
      return own.find((at) => months.inScope.Small![at] === (account === 'a1' ? 1 : 0))!;
    };
    const at = (index: number) => ({
      hiring: months.fine[0]![index],
      orders: months.fine[1]![index],
      small: months.labels.Small![index],
      any: months.labels.Any![index],
    });
    // Bin 1 is none, bin 2 one, bin 3 two. A signal that was seen later had happened all the same.
    expect(at(row('a1', 0))).toEqual({ hiring: 2, orders: 2, small: 1, any: 1 });
    expect(at(row('a2', 0))).toEqual({ hiring: 1, orders: 1, small: 0, any: 1 });
    expect(at(row('a1', 1))).toEqual({ hiring: 2, orders: 3, small: 0, any: 0 });
    expect(at(row('a2', 1))).toEqual({ hiring: 1, orders: 2, small: 1, any: 1 });
  });
});

test('hiring that tells nothing any more is alarmed from its month on; with too few months nothing is said', async () => {
  const rows = feedRows(jobs, 2);
  const accounts = Array.from({ length: 1200 }, (_, n) => `h${n}`);
  await rows(
    'accounts',
    accounts.map((account_id) => ({ account_id, employees: 10 })),
  );
  const starts = Array.from({ length: 19 }, (_, n) => new Date(Date.UTC(2025, 3 + n, 20)));
  const day = (start: Date, ahead: number) =>
    new Date(start.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  const { next } = seeded(3);
  let n = 10;
  const signals: Record<string, unknown>[] = [];
  const sales: Record<string, unknown>[] = [];
  // Sales go back further than any fact looks.
  for (const account of accounts) sales.push(sale(n++, account, '2024-01-01', 'B'));
  starts.slice(0, 18).forEach((start, month) => {
    accounts.forEach((account, index) => {
      const isHiring = (index + 7 * month) % 4 === 0;
      if (isHiring) signals.push(signal(n++, account, day(start, -5)));
      if (next() < (isHiring && month < 12 ? 0.2 : 0.05)) sales.push(sale(n++, account, day(start, 3)));
    });
  });
  await rows('signals', signals);
  await rows('transactions', sales);
  const found = await changedMeaning(looked(2, '2026-10'), binning);
  expect(found.map(({ fact, alarm }) => [fact, alarm])).toEqual([
    ['hiring', true],
    ['orders365d', false],
  ]);
  expect(found[0]).toMatchObject({ products: ['Small', 'Any'], cutOff: '2026-04-20' });
  expect(found[0]!.z).toBeLessThan(-5);
  // Half a year after the first signal there is not enough to hold anything against.
  expect(await changedMeaning(looked(2, '2025-08'), binning)).toEqual([]);
}, 60_000);
