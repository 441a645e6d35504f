import { tables } from '@ascent/db';
import { defaultCatalogue } from '@ascent/schemas';
import { freshPlatform, publishRelease } from '@ascent/services/testing';
import { addColumns, scoreColumns } from '@ascent/warehouse';
import { afterAll, expect, inject, test } from 'vitest';
import { backtest } from './backtest';
import { feedRows } from './testing/feed-rows';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);
const { jobs, platform } = stores;
const db = platform.host;

const [azure] = defaultCatalogue.products;
const catalogue = {
  ...defaultCatalogue,
  products: [{ ...azure!, skus: ['AZ-VM'] }],
  cohorts: defaultCatalogue.cohorts.filter((cohort) => cohort.product === 'Azure'),
};
/** Two releases, each with its probabilities in millionths by account. */
const RELEASES: Record<string, Record<string, number | null>> = {
  '2026-03.1': { a1: 900_000, a2: 100_000, a3: 500_000, a4: null },
  '2026-04.1': { a1: 200_000, a2: 600_000 },
};
for (const sql of addColumns('account_scores', scoreColumns(['Azure']))) await jobs.command({ sql });
for (const [id, accounts] of Object.entries(RELEASES)) {
  await publishRelease(stores, { id, catalogue });
  const rows = Object.entries(accounts).map(([account_id, probability]) => ({
    release_id: id,
    account_id,
    Azure_probability: probability,
  }));
  await jobs.insertRows({ table: 'account_scores', rows });
}
const sale = (account_id: string, date: string, sku = 'AZ-VM', quantity = 1) => ({
  transaction_id: `${account_id}-${date}-${sku}`,
  account_id,
  sku,
  quantity,
  amount: 100 * quantity,
  date,
});
await db.insert(tables.load).values({
  seq: 1,
  feed: 'transactions',
  fileName: 'x.csv',
  sha256: 'x',
  mappingSha256: '',
  status: 'done',
  accepted: 8,
});
await feedRows(jobs, 1)('transactions', [
  // Within the 90 days from 20 March: a1 and, on the first day, a3.
  sale('a1', '2026-06-17'),
  sale('a3', '2026-03-20'),
  // Before it, after it, another product, a return: none of them counts for March.
  sale('a2', '2026-03-19'),
  sale('a2', '2026-06-18'),
  sale('a2', '2026-05-01', 'M365-E3'),
  sale('a2', '2026-05-02', 'AZ-VM', -1),
  sale('a4', '2026-05-01'),
  sale('zz', '2026-07-25'),
]);

test('the published probabilities are held against what was bought within the horizon', async () => {
  const [march] = await backtest({ db, warehouse: jobs }, ['2026-03.1']);
  expect(march).toMatchObject({ product: 'Azure', releases: ['2026-03.1'], rows: 3, positives: 2, auc: 1 });
  const expected = -(Math.log(0.9) + Math.log(1 - 0.1) + Math.log(0.5)) / 3;
  expect(march!.logLoss).toBeCloseTo(expected, 12);
});

test('releases are taken as one block', async () => {
  const [both] = await backtest({ db, warehouse: jobs }, ['2026-03.1', '2026-04.1']);
  // April: a1 and a2 bought. Pairs of bought and not: (a1 .9, a3 .5, a1 .2, a2 .6) against (a2 .1).
  expect(both).toMatchObject({ rows: 5, positives: 4, auc: 1 });
});

test('a release whose horizon is not over, or that was not published, is refused by name', async () => {
  await publishRelease(stores, { id: '2026-05.1', catalogue });
  await expect(backtest({ db, warehouse: jobs }, ['2026-05.1'])).rejects.toMatchObject({
    code: 'conflict',
    message: 'release 2026-05.1: its horizon ends on 2026-08-18, sales are loaded up to 2026-07-25',
  });
  await expect(backtest({ db, warehouse: jobs }, ['2026-05.9'])).rejects.toMatchObject({ code: 'not-found' });
});
