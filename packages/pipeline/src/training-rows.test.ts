import { freshDatabase } from '@ascent/db/testing';
import { type Catalogue, defaultCatalogue, FeedName, type Product } from '@ascent/schemas';
import { binOf } from '@ascent/scoring';
import { readBinning } from '@ascent/services';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import type { Month } from './month';
import { scopeSql } from './scope';
import { features } from './steps/features';
import { feedRows } from './testing/feed-rows';
import { type ProductRows, readSnapshots, rowsOfProduct, type Snapshots, skuTest } from './training-rows';

const database = await freshWarehouse(inject('warehouse'));
const postgres = await freshDatabase(inject('postgresUrl'));
afterAll(async () => {
  await database.drop();
  await postgres.drop();
});
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
  db: postgres.as('host').db,
  previousId: null,
  siblingId: null,
  pins: {},
  inputs: Object.fromEntries(FeedName.options.map((feed) => [feed, [1]])),
} as unknown as Month;

const rows = feedRows(jobs, 1);
await rows('accounts', [
  { account_id: 'a1', employees: 10, country: 'Brazil' },
  { account_id: 'a2', employees: 500 },
  { account_id: 'a3', country: 'Chile' },
  { account_id: 'a4', employees: 20, country: 'Chile' },
  { account_id: 'unseen', employees: 5 },
  // Never observed, so never a training row; but a country needs five accounts for a bin of its own.
  ...Array.from({ length: 12 }, (_, n) => ({ account_id: `u${n}`, country: n % 2 ? 'Brazil' : 'Chile' })),
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
const { binning: id } = await features(month);
const binning = await readBinning(month.db, id);
/** The values that stored bins stand for here, where every value has a bin of its own. */
const valuesOf = (table: ProductRows, factId: string) => {
  const at = table.features.findIndex((each) => each.fact === factId);
  const { bins } = table.features[at]!;
  const lowest = { employees: 5, orders365d: 0 }[factId];
  const values = bins.kind === 'number' ? [null, lowest, ...bins.edges] : [null, ...bins.levels];
  return [...table.fine[at]!].map((bin) => values[bin]);
};
const of = (snapshots: Snapshots, product: string) =>
  rowsOfProduct(snapshots, product, { facts: ['employees', 'country', 'orders365d'], labelDays: 90 });

describe('training rows', () => {
  test('are the accounts in scope that were observed, each with its facts as they were and what it did after', async () => {
    const snapshots = await readSnapshots(month, binning, [AS_OF], { kind: 'purchase', days: 90 });
    const small = of(snapshots, 'Small');
    expect(valuesOf(small, 'employees')).toEqual([10, 20]);
    expect(valuesOf(small, 'country')).toEqual(['Brazil', 'Chile']);
    expect(valuesOf(small, 'orders365d')).toEqual([1, 0]);
    expect([...small.labels]).toEqual([1, 1]);
    const any = of(snapshots, 'Any');
    expect(valuesOf(any, 'employees')).toEqual([10, 500, null, 20]);
    expect(valuesOf(any, 'country')).toEqual(['Brazil', null, 'Chile', 'Chile']);
    // From the day itself to the day before the horizon ends.
    expect([...any.labels]).toEqual([1, 1, 0, 1]);
    expect([...any.cutOff]).toEqual([0, 0, 0, 0]);
    expect(new Set(any.account).size).toBe(4);
  });

  test('of several cut-offs follow each other, an account keeping its hash', async () => {
    const snapshots = await readSnapshots(month, binning, [AS_OF, AS_OF], { kind: 'purchase', days: 90 });
    const { cutOff, account, labels } = of(snapshots, 'Any');
    expect([...cutOff]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(account.slice(0, 4)).toEqual(account.slice(4));
    expect(labels).toHaveLength(8);
  });

  test('of a broader model count who bought any of its products', async () => {
    const snapshots = await readSnapshots(month, binning, [AS_OF], { kind: 'purchase', days: 30 });
    const broad = rowsOfProduct(snapshots, 'Any', {
      facts: ['employees'],
      labelDays: 30,
      labelled: ['Small', 'Any'],
    });
    expect([...broad.labels]).toEqual([1, 0, 0, 1]);
  });

  test('take as best customers those who spent the buyers’ median or more within the label’s days', async () => {
    const labels = async (product: string) => {
      const snapshots = await readSnapshots(month, binning, [AS_OF], { kind: 'best-customer' });
      return [...of(snapshots, product).labels];
    };
    // Within 30 days only a1 (900) and a4 (400) bought; the lower median of both is 400.
    expect(await labels('Any')).toEqual([1, 0, 0, 1]);
    await rows('transactions', [sale('a2', '2026-07-01', 'B', 1000), sale('a3', '2026-07-02', 'B', 2000)]);
    expect(await labels('Any')).toEqual([1, 1, 1, 0]);
  });
});

describe('features', () => {
  test('are what was known then: a later row of an account does not reach an earlier day', async () => {
    const later = feedRows(jobs, 2);
    await later('accounts', [{ account_id: 'a1', employees: 900, country: 'Peru', known_on: '2026-08-01' }]);
    const inputs = { ...month.inputs, accounts: [1, 2] };
    const again = { ...month, inputs, releaseId: '2026-10.2' } as Month;
    await features(again);
    const found = await jobs.query({
      sql: `SELECT toString(as_of) AS day, f_employees AS employees FROM features WHERE release_id = '2026-10.2' AND account_id = 'a1' AND as_of IN ('${AS_OF}', '2026-10-20') ORDER BY as_of`,
      schema: z.object({ day: z.string(), employees: z.number() }),
    });
    expect(found).toEqual([
      { day: AS_OF, employees: 10 },
      { day: '2026-10-20', employees: 900 },
    ]);
  });

  test('are stored as the bytes that TypeScript gives for the same values', async () => {
    const found = await jobs.query({
      sql: `SELECT f.f_employees AS employees, f.f_country AS country, b.b_employees AS employeesBin, b.b_country AS countryBin, b.in_Small AS small
        FROM features AS f INNER JOIN feature_bins AS b ON b.account_id = f.account_id AND b.as_of = f.as_of AND b.release_id = f.release_id WHERE f.release_id = '2026-10.1' ORDER BY f.as_of, f.account_id`,
      schema: z.record(z.string(), z.any()),
    });
    const bins = (name: string) => binning.facts.find((each) => each.fact === name)!.bins;
    expect(found.length).toBeGreaterThan(10);
    for (const row of found) {
      expect(row.employeesBin).toBe(binOf(bins('employees'), row.employees));
      expect(row.countryBin).toBe(binOf(bins('country'), row.country));
      expect(row.small).toBe(row.employees !== null && row.employees < 300 ? 1 : 0);
    }
  });
});

test('a scope and the skus of a product are SQL, and everything where none is named', () => {
  const [small, any] = catalogue.products as [Product, Product];
  expect(scopeSql(month, small)).toContain('f_employees < 300');
  expect(scopeSql(month, any)).toBe('1');
  expect(skuTest(small)).toBe("sku IN ('A')");
  expect(skuTest(any)).toBe('1');
});
