import { type Catalogue, defaultCatalogue, type Fact, type FactSource, FeedName } from '@ascent/schemas';
import { type FactTables, factColumn, factsQuery } from '@ascent/scoring';
import { latestRows } from '@ascent/warehouse';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { feedRows } from './testing/feed-rows';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;
const CUT = '2026-10-20';

type Value = number | string | null;
type Case = [name: string, source: FactSource, rich: Value, bare: Value];

const T = 'transactions' as const;
const P = 'subscriptions' as const;
const G = 'agreements' as const;
const O = 'opportunities' as const;
const S = 'signals' as const;
const erp = { topics: ['erp'] };
const hiring = { kinds: ['hiring'] };

/** Each measure with its value, worked out by hand, for an account with rows everywhere and for one without any. */
const CASES: Case[] = [
  ['employees', { from: 'account', measure: 'employees' }, 140, null],
  ['age in the year of the cut-off', { from: 'account', measure: 'ageYears' }, 26, null],
  ['consumption in cents', { from: 'account', measure: 'monthlyConsumption' }, 123_456, null],
  ['industry', { from: 'account', measure: 'industry' }, 'Health', null],
  ['vertical', { from: 'account', measure: 'vertical' }, 'Dental', null],
  ['country', { from: 'account', measure: 'country' }, 'Brazil', null],
  ['segment', { from: 'account', measure: 'segment' }, 'SMB', null],
  ['non-profit status', { from: 'account', measure: 'nonprofit' }, 'No', null],

  ['technologies', { from: 'technologies', measure: 'count' }, 2, 0],
  ['technologies by name', { from: 'technologies', measure: 'count', names: ['HubSpot', 'Okta'] }, 1, 0],
  ['age of the newest', { from: 'technologies', measure: 'newestAgeDays' }, 292, null],
  ['age of one gone', { from: 'technologies', measure: 'newestAgeDays', names: ['Okta'] }, null, null],

  ['orders', { from: T, measure: 'orders' }, 3, 0],
  ['orders of a year', { from: T, measure: 'orders', windowDays: 365 }, 3, 0],
  ['orders of a day less', { from: T, measure: 'orders', windowDays: 364 }, 2, 0],
  ['orders of a sku', { from: T, measure: 'orders', skus: ['A'] }, 2, 0],
  ['amount', { from: T, measure: 'amount' }, 5200, 0],
  ['amount of 90 days', { from: T, measure: 'amount', windowDays: 90 }, 1500, 0],
  ['quantity', { from: T, measure: 'quantity' }, 7, 0],
  ['quantity of a sku', { from: T, measure: 'quantity', skus: ['A', 'C'] }, 6, 0],
  ['skus', { from: T, measure: 'skus' }, 3, 0],
  ['days since the last', { from: T, measure: 'daysSinceLast' }, 30, null],
  ['days since the last of a sku', { from: T, measure: 'daysSinceLast', skus: ['C'] }, 365, null],
  ['days since the last of none', { from: T, measure: 'daysSinceLast', skus: ['X'] }, null, null],
  ['days since the first', { from: T, measure: 'daysSinceFirst' }, 365, null],
  ['largest order', { from: T, measure: 'maxOrderAmount' }, 3000, null],
  ['mean order, cut to cents', { from: T, measure: 'meanOrderAmount' }, 1733, null],
  ['last order', { from: T, measure: 'lastOrderAmount' }, 1500, null],
  ['mean gap', { from: T, measure: 'meanGapDays' }, 167, null],
  ['last gap', { from: T, measure: 'lastGapDays' }, 70, null],
  ['lateness in hundredths', { from: T, measure: 'lateness' }, 17, null],
  ['rate in ten-thousandths', { from: T, measure: 'rate' }, 75, null],

  ['live subscriptions', { from: P, measure: 'active' }, 3, 0],
  ['live subscriptions of a sku', { from: P, measure: 'active', skus: ['M365-BP', 'M365-E5'] }, 1, 0],
  ['seats', { from: P, measure: 'seats' }, 55, 0],
  ['seats of a sku', { from: P, measure: 'seats', skus: ['M365-E3'] }, 10, 0],
  ['highest suite', { from: P, measure: 'maxRank', skus: ['M365-BP', 'M365-E3', 'M365-E5'] }, 4, null],
  ['subscriptions ever', { from: P, measure: 'ever' }, 4, 0],
  ['subscriptions ever of a sku', { from: P, measure: 'ever', skus: ['M365-E5'] }, 1, 0],
  ['days to the next end', { from: P, measure: 'daysToEnd' }, 0, null],
  ['days to the end of a sku', { from: P, measure: 'daysToEnd', skus: ['PWR-APPS'] }, 72, null],
  ['days to no end', { from: P, measure: 'daysToEnd', skus: ['M365-BP'] }, null, null],

  ['live agreements, each once', { from: G, measure: 'live' }, 2, 0],
  ['live agreements of a programme', { from: G, measure: 'live', programs: ['EA'] }, 0, 0],
  ['agreements that end in a year', { from: G, measure: 'endingWithin' }, 2, 0],
  ['agreements that end in 31 days', { from: G, measure: 'endingWithin', windowDays: 31 }, 1, 0],
  ['agreements that end in 30 days', { from: G, measure: 'endingWithin', windowDays: 30 }, 0, 0],
  ['days to the next end', { from: G, measure: 'daysToEnd' }, 30, null],
  ['days to the end of a division', { from: G, measure: 'daysToEnd', divisions: ['SQL'] }, 365, null],
  ['days to the end of what is over', { from: G, measure: 'daysToEnd', programs: ['EA'] }, null, null],

  ['open opportunities, also those closed later', { from: O, measure: 'open' }, 2, 0],
  ['open opportunities of 30 days', { from: O, measure: 'open', windowDays: 30 }, 1, 0],
  ['won opportunities', { from: O, measure: 'won' }, 1, 0],
  ['lost opportunities', { from: O, measure: 'lost' }, 1, 0],
  ['lost opportunities of a product', { from: O, measure: 'lost', products: ['Azure'] }, 0, 0],

  ['signals', { from: S, measure: 'count' }, 4, 0],
  ['signals of a topic', { from: S, measure: 'count', ...erp }, 3, 0],
  ['signals of 14 days', { from: S, measure: 'count', windowDays: 14 }, 2, 0],
  ['signals of 13 days', { from: S, measure: 'count', windowDays: 13 }, 1, 0],
  ['signals of a kind', { from: S, measure: 'count', ...hiring }, 1, 0],
  ['fading signals', { from: S, measure: 'decayed', ...erp, halfLifeDays: 30 }, 10 * 98 + 20 * 50, 0],
  ['fading by default', { from: S, measure: 'decayed', ...erp }, 10 * 98 + 20 * 50, 0],
  ['fading of a kind', { from: S, measure: 'decayed', ...hiring, halfLifeDays: 14 }, 5 * 50, 0],
  ['days since a signal', { from: S, measure: 'daysSinceLast' }, 1, null],
  ['days since a signal of a kind', { from: S, measure: 'daysSinceLast', ...hiring }, 14, null],
  ['days since none', { from: S, measure: 'daysSinceLast', kinds: ['visit'] }, null, null],
];

const CATEGORIES = ['industry', 'vertical', 'country', 'segment', 'nonprofit'];
const catalogue: Catalogue = {
  ...defaultCatalogue,
  facts: CASES.map(
    ([, source], at): Fact => ({
      id: `fact${at}`,
      words: { en: 'x', pt: 'x' },
      unit: CATEGORIES.includes(source.measure) ? 'category' : 'count',
      visibility: 'open',
      source,
    }),
  ),
};

async function factsOn(cut: string): Promise<Record<string, Record<string, Value>>> {
  const tables = Object.fromEntries(FeedName.options.map((feed) => [feed, latestRows(feed, [1])]));
  const rows = await jobs.query({
    sql: `SELECT * FROM (${factsQuery(catalogue, tables as FactTables)}) ORDER BY account_id`,
    params: { cut },
    schema: z.record(z.string(), z.any()),
  });
  return Object.fromEntries(rows.map((row) => [row.account_id, row]));
}

const rows = feedRows(jobs, 1);
const a = { account_id: 'rich' };
await rows('accounts', [
  {
    ...a,
    employees: 140,
    founded_year: 2000,
    monthly_consumption: 123_456,
    industry: 'Health',
    vertical: 'Dental',
    country: 'Brazil',
    segment: 'SMB',
    nonprofit: 'No',
    known_on: '2026-10-19',
  },
  { account_id: 'bare' },
  { account_id: 'later', known_on: CUT },
]);
await rows('technologies', [
  { ...a, technology: 'Zoom', first_seen: '2026-01-01' },
  { ...a, technology: 'HubSpot', first_seen: '2025-05-05', last_seen: '2026-04-23' },
  { ...a, technology: 'Okta', first_seen: '2024-01-01', last_seen: '2026-04-22' },
]);
const sale = { ...a, partner_id: 'p', order_id: '' };
await rows('transactions', [
  { ...sale, transaction_id: 't1', order_id: 'o1', sku: 'A', quantity: 2, amount: 1000, date: '2026-09-20' },
  { ...sale, transaction_id: 't2', order_id: 'o1', sku: 'B', quantity: 1, amount: 500, date: '2026-09-20' },
  { ...sale, transaction_id: 't3', sku: 'A', quantity: 3, amount: 3000, date: '2026-07-12' },
  { ...sale, transaction_id: 't4', sku: 'C', quantity: 1, amount: 700, date: '2025-10-20' },
  { ...sale, transaction_id: 'return', sku: 'A', quantity: -1, amount: -500, date: '2026-09-25' },
  { ...sale, transaction_id: 'gift', sku: 'G', quantity: 1, amount: 0, date: '2026-09-26' },
]);
await rows('subscriptions', [
  { ...a, subscription_id: 's1', sku: 'M365-BP', seats: 40, start_date: '2026-01-01' },
  { ...a, subscription_id: 's2', sku: 'M365-E3', seats: 10, start_date: '2025-01-01', end_date: CUT },
  {
    ...a,
    subscription_id: 's3',
    sku: 'M365-E5',
    seats: 99,
    start_date: '2025-01-01',
    end_date: '2026-10-19',
  },
  {
    ...a,
    subscription_id: 's4',
    sku: 'PWR-APPS',
    seats: 5,
    start_date: '2026-10-19',
    end_date: '2026-12-31',
  },
]);
await rows('agreements', [
  { ...a, agreement_id: 'g1', division: 'Windows', program: 'Open', end_date: '2026-11-19' },
  { ...a, agreement_id: 'g1', division: 'SQL', program: 'Open', end_date: '2027-10-20' },
  { ...a, agreement_id: 'g2', division: 'Windows', program: 'EA', end_date: '2026-10-19' },
  {
    ...a,
    agreement_id: 'g4',
    division: 'Office',
    program: 'Open',
    start_date: '2025-01-01',
    end_date: '2027-10-19',
  },
]);
await rows('opportunities', [
  { ...a, opportunity_id: 'op1', product: 'Azure', stage: 'Open', created_on: '2026-10-01' },
  {
    ...a,
    opportunity_id: 'op2',
    product: 'Azure',
    stage: 'Won',
    created_on: '2026-01-01',
    closed_on: '2026-05-05',
  },
  {
    ...a,
    opportunity_id: 'op3',
    product: 'M365',
    stage: 'Lost',
    created_on: '2026-02-02',
    closed_on: '2026-10-19',
  },
  { ...a, opportunity_id: 'op4', product: 'Azure', stage: 'Won', created_on: '2026-03-03', closed_on: CUT },
]);
await rows('signals', [
  { ...a, signal_id: 'x1', kind: 'topic', topic: 'erp', strength: 10, date: '2026-10-19' },
  {
    ...a,
    signal_id: 'x2',
    kind: 'topic',
    topic: 'erp',
    strength: 20,
    date: '2026-09-20',
    seen_on: '2026-10-19',
  },
  { ...a, signal_id: 'x3', kind: 'hiring', strength: 5, date: '2026-10-06' },
  { ...a, signal_id: 'x4', kind: 'topic', topic: 'erp', strength: 100, date: '2020-01-01' },
]);

const facts = await factsOn(CUT);

describe('as of a cut-off', () => {
  test.each(CASES.map(([name], at) => [name, at] as const))('%s', (_name, at) => {
    const [, , rich, bare] = CASES[at]!;
    expect(facts.rich![factColumn(`fact${at}`)]).toBe(rich);
    expect(facts.bare![factColumn(`fact${at}`)]).toBe(bare);
  });

  test('an account is there from the day after it was known, observed once anything was collected', async () => {
    const seen = async (cut: string) =>
      Object.fromEntries(Object.entries(await factsOn(cut)).map(([id, row]) => [id, row.observed]));
    expect(await seen(CUT)).toEqual({ bare: 0, rich: 1 });
    expect(await seen('2026-10-21')).toEqual({ bare: 0, rich: 1, later: 0 });
    expect(await seen('2026-10-19')).toEqual({ bare: 0 });
  });
});

test('what happens on the day of the cut-off or after it changes nothing', async () => {
  for (const date of [CUT, '2026-10-21', '2027-01-01']) {
    for (const account_id of ['rich', 'bare']) {
      const future = { account_id, partner_id: 'p' };
      const id = `${account_id}-${date}`;
      await rows('technologies', [{ ...future, technology: id, first_seen: date }]);
      await rows('transactions', [
        { ...future, transaction_id: id, order_id: 'o1', sku: 'A', quantity: 9, amount: 99_999, date },
      ]);
      await rows('subscriptions', [
        { ...future, subscription_id: id, sku: 'M365-E5', seats: 500, start_date: date },
      ]);
      await rows('agreements', [
        {
          ...future,
          agreement_id: id,
          division: 'Windows',
          program: 'EA',
          start_date: date,
          end_date: '2027-02-01',
        },
      ]);
      await rows('opportunities', [
        { ...future, opportunity_id: id, product: 'Azure', stage: 'Open', created_on: date },
      ]);
      await rows('signals', [
        { ...future, signal_id: `${id}-1`, kind: 'hiring', topic: 'erp', strength: 100, date },
        {
          ...future,
          signal_id: `${id}-2`,
          kind: 'topic',
          topic: 'erp',
          strength: 100,
          date: '2026-10-01',
          seen_on: date,
        },
      ]);
    }
  }
  expect(await factsOn(CUT)).toEqual(facts);
  const later = await factsOn('2026-10-21');
  const changed = CASES.filter(
    (_, at) => later.bare![factColumn(`fact${at}`)] !== facts.bare![factColumn(`fact${at}`)],
  );
  expect(changed.length).toBeGreaterThan(25);
});
