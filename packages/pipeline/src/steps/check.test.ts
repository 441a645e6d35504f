import { defaultCatalogue } from '@ascent/schemas';
import { causeWords } from '@ascent/services';
import { addColumns, scoreColumns } from '@ascent/warehouse';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import type { Month } from '../month';
import { feedRows } from '../testing/feed-rows';
import { gateOf, psi } from './check';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;
for (const sql of addColumns('account_scores', scoreColumns(['Azure']))) await jobs.command({ sql });
afterEach(async () => {
  for (const table of ['account_scores', 'rejected_rows', 'feed_accounts', 'feed_transactions'])
    await jobs.command({ sql: `TRUNCATE TABLE ${table}` });
});

const catalogue = { ...defaultCatalogue, products: defaultCatalogue.products.slice(0, 1) };
const month = (previousId: string | null = null, sales = false) =>
  ({
    warehouse: jobs,
    catalogue,
    releaseId: 'now',
    previousId,
    period: '2026-10',
    inputs: { accounts: [1], transactions: sales ? [1] : [] },
  }) as unknown as Month;

async function scores(release_id: string, clusters: Record<string, number>) {
  const rows = Object.entries(clusters).flatMap(([cluster, n]) =>
    Array.from({ length: n }, (_, at) => ({
      release_id,
      account_id: `${cluster}-${at}`,
      Azure_cluster: cluster === 'none' ? null : cluster,
    })),
  );
  await jobs.insertRows({ table: 'account_scores', rows });
}
async function accounts(accepted: number, rejected: number) {
  await feedRows(jobs, 1)(
    'accounts',
    Array.from({ length: accepted }, (_, at) => ({ account_id: `a${at}` })),
  );
  const lines = Array.from({ length: rejected }, (_, line) => ({ load_seq: 1, feed: 'accounts', line }));
  // Two reasons on one line are one row.
  await jobs.insertRows({
    table: 'rejected_rows',
    rows: lines.flatMap((line) => [
      { ...line, column: 'name', reason: 'is required' },
      { ...line, column: 'employees', reason: 'is odd' },
    ]),
  });
}

describe('the gate', () => {
  test('is ready where all is well, and says how the clusters are', async () => {
    await scores('now', { 'Act Now': 10, Evaluate: 20, Nurture: 40, Educate: 30, none: 7 });
    await scores('before', { 'Act Now': 12, Evaluate: 18, Nurture: 40, Educate: 30 });
    await accounts(100, 2);
    expect(await gateOf(month('before'), null)).toEqual({
      gate: 'ready',
      findings: [],
      clusters: { Azure: { 'Act Now': 10, Evaluate: 20, Nurture: 40, Educate: 30 } },
    });
  });

  test('warns of clusters that moved, by product', async () => {
    await scores('now', { 'Act Now': 60, Evaluate: 20, Nurture: 10, Educate: 10 });
    await scores('before', { 'Act Now': 10, Evaluate: 20, Nurture: 40, Educate: 30 });
    const { gate, findings } = await gateOf(month('before'), null);
    expect(gate).toBe('warnings');
    expect(findings).toEqual([
      { level: 'warning', subject: 'Azure', cause: { code: 'clusters-moved', psi: expect.any(Number) } },
    ]);
    expect(causeWords(findings[0]!.cause).en).toMatch(/^clusters moved: PSI 1\.\d\d$/);
  });

  test('has nothing to compare the first release with', async () => {
    await scores('now', { 'Act Now': 100 });
    expect((await gateOf(month(), null)).gate).toBe('ready');
  });

  test('is red where nothing was scored, also when the accounts are there', async () => {
    await scores('now', { none: 5 });
    const { gate, findings } = await gateOf(month(), null);
    expect(gate).toBe('red');
    expect(findings).toEqual([
      { level: 'warning', subject: 'Azure', cause: { code: 'product-unscored' } },
      { level: 'red', subject: 'scores', cause: { code: 'nothing-scored' } },
    ]);
  });

  test.each([
    [98, 2, 'ready'],
    [97, 3, 'warnings'],
    [80, 20, 'warnings'],
    [79, 21, 'red'],
  ])('with %i rows taken and %i rejected is %s', async (accepted, rejected, expected) => {
    await scores('now', { 'Act Now': 10 });
    await accounts(accepted, rejected);
    const { gate, findings } = await gateOf(month(), null);
    expect(gate).toBe(expected);
    if (expected !== 'ready')
      expect(findings).toMatchObject([
        { subject: 'accounts', cause: { code: 'rejected', rows: rejected, of: accepted + rejected } },
      ]);
  });
});

describe('sales that end long before the cut-off', () => {
  test.each([
    ['2026-10-19', 'ready', null],
    ['2026-08-01', 'warnings', 'the last sale before 2026-10-20 is of 2026-08-01'],
    ['2026-05-01', 'red', 'the last sale before 2026-10-20 is of 2026-05-01'],
    // After the cut-off it is not known yet.
    ['2026-10-20', 'red', 'no sale is loaded from before 2026-10-20'],
  ])('with the last on %s the gate is %s', async (date, expected, message) => {
    await scores('now', { 'Act Now': 10 });
    await feedRows(jobs, 1)('transactions', [{ transaction_id: 't1', account_id: 'a1', date }]);
    const { gate, findings } = await gateOf(month(null, true), null);
    expect(gate).toBe(expected);
    expect(findings.map(({ cause }) => causeWords(cause).en)).toEqual(message ? [message] : []);
  });
});

describe('the shift of shares', () => {
  test('is nothing for the same shares, whatever the counts', () => {
    const counts = { 'Act Now': 1, Evaluate: 2, Nurture: 3, Educate: 4 };
    expect(psi(counts, { 'Act Now': 10, Evaluate: 20, Nurture: 30, Educate: 40 })).toBeCloseTo(0, 12);
  });

  test('is what the formula says, and the same both ways', () => {
    const [one, two] = [
      { 'Act Now': 50, Evaluate: 50 },
      { 'Act Now': 25, Evaluate: 75 },
    ];
    const expected = 0.25 * Math.log(0.5 / 0.25) - 0.25 * Math.log(0.5 / 0.75);
    expect(psi(one, two)).toBeCloseTo(expected, 12);
    expect(psi(two, one)).toBeCloseTo(expected, 12);
  });

  test('is large, not infinite, when a cluster came or went', () => {
    expect(Number.isFinite(psi({ 'Act Now': 100 }, { Educate: 100 }))).toBe(true);
    expect(psi({ 'Act Now': 100 }, { Educate: 100 })).toBeGreaterThan(10);
    expect(Number.isFinite(psi({}, { Educate: 100 }))).toBe(true);
  });
});
