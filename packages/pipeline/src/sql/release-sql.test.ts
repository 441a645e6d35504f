import { type Catalogue, defaultCatalogue, FeedName, type ModelDocument } from '@ascent/schemas';
import { sizeClassOf } from '@ascent/scoring';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import type { Month } from '../month';
import { feedRows } from '../testing/feed-rows';
import { explainSql } from './explain';
import { partnerAccountsSql } from './partner-accounts';
import { sizeClassSql } from './size-class';
import { workloadsSql } from './workloads';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;
const ask = (sql: string) => jobs.query({ sql, schema: z.record(z.string(), z.any()) });

describe('whose accounts', () => {
  const CUT = '2026-10-20';
  const inputs = Object.fromEntries(FeedName.options.map((feed) => [feed, [1]])) as Month['inputs'];
  const rows = feedRows(jobs, 1);
  let n = 0;
  const at = (account: string, partner: string, location = '') => {
    n += 1;
    return {
      account_id: account,
      partner_id: partner,
      location_id: location,
      transaction_id: `${n}`,
      subscription_id: `${n}`,
      agreement_id: `${n}`,
    };
  };
  const sale = (...[account, partner, date, quantity = 1]: [string, string, string, number?]) => {
    const { subscription_id: _s, agreement_id: _g, ...keys } = at(account, partner, `L-${partner}`);
    return { ...keys, sku: 'A', quantity, amount: 100, date };
  };
  const subscription = (account: string, partner: string, start_date: string, end_date: string | null) => {
    const { transaction_id: _t, agreement_id: _g, ...keys } = at(account, partner, 'L-sub');
    return { ...keys, sku: 'A', seats: 1, start_date, end_date };
  };
  const agreement = (account: string, partner: string, start_date: string | null, end_date: string) => {
    const { transaction_id: _t, subscription_id: _s, ...keys } = at(account, partner);
    return { ...keys, program: 'Open', division: 'Office', start_date, end_date };
  };

  test('a partner sees what it sold to in 36 months, and what it has a live subscription or agreement with', async () => {
    await rows('transactions', [
      sale('sold', 'p1', '2026-10-19'),
      sale('sold', 'p1', '2025-01-01'),
      sale('sold 36 months ago', 'p1', '2023-10-20'),
      sale('sold a day earlier', 'p1', '2023-10-19'),
      sale('sold on the day', 'p1', CUT),
      sale('returned only', 'p1', '2026-01-01', -1),
      sale('sold by another', 'p2', '2026-01-01'),
      sale('sold by nobody', '', '2026-01-01'),
    ]);
    await rows('subscriptions', [
      subscription('subscribed', 'p1', '2020-01-01', null),
      subscription('subscribed to the day', 'p1', '2020-01-01', CUT),
      subscription('subscribed until', 'p1', '2020-01-01', '2026-10-19'),
      subscription('subscribed from the day', 'p1', CUT, null),
      subscription('sold', 'p1', '2026-01-01', null),
      subscription('sold', 'p2', '2026-01-01', null),
    ]);
    await rows('agreements', [
      agreement('agreed', 'p1', null, CUT),
      agreement('agreed until', 'p1', null, '2026-10-19'),
      agreement('agreed from the day', 'p1', CUT, '2029-01-01'),
    ]);
    const found = await ask(
      `SELECT * FROM (${partnerAccountsSql({ inputs } as Month, CUT)}) ORDER BY partner_id, account_id`,
    );
    expect(found.map((row) => [row.partner_id, row.account_id, row.location_ids])).toEqual([
      ['p1', 'agreed', []],
      ['p1', 'sold', ['L-p1', 'L-sub']],
      ['p1', 'sold 36 months ago', ['L-p1']],
      ['p1', 'subscribed', ['L-sub']],
      ['p1', 'subscribed to the day', ['L-sub']],
      ['p2', 'sold', ['L-sub']],
      ['p2', 'sold by another', ['L-p2']],
    ]);
  });
});

test('the size class is the same in the warehouse and in TypeScript', async () => {
  const employees = [null, 1, 24, 25, 299, 300, 10_000];
  const consumption = [null, -5, 0, 100_000, 100_001];
  const cases = employees.flatMap((size) => consumption.map((cents) => ({ size, cents })));
  const list = cases
    .map(({ size, cents }, at) => `(${at}, ${size ?? 'NULL'}, ${cents ?? 'NULL'})`)
    .join(', ');
  const found = await ask(
    `SELECT ${sizeClassSql({ catalogue: defaultCatalogue }, 'a')} AS size FROM values('at UInt32, employees Nullable(Int64), monthly_consumption Nullable(Int64)', ${list}) AS a ORDER BY at`,
  );
  const expected = cases.map(({ size, cents }) =>
    sizeClassOf({ employees: size, consumption: cents }, defaultCatalogue.sizeClass),
  );
  expect(found.map((row) => row.size || null)).toEqual(expected);
});

describe('workloads', () => {
  const catalogue = {
    ...defaultCatalogue,
    workloads: [
      { name: "VM's", fact: 'vm' },
      { name: 'SQL', fact: 'sql' },
      { name: 'Backup', fact: 'backup' },
      { name: 'AI', fact: 'ai' },
      { name: 'Desktop', fact: 'desktop' },
    ],
  } as Catalogue;
  const from = `(SELECT * FROM values('account_id String, f_vm Nullable(Int64), f_sql Nullable(Int64), f_backup Nullable(Int64), f_ai Nullable(Int64), f_desktop Nullable(Int64), c_Azure Nullable(String)',
    ('a', 1, 2, 0, 0, NULL, 'Nurture'), ('b', 3, 0, 0, 0, 0, 'Nurture'), ('c', 1, 0, 1, 0, 0, NULL),
    ('new', 0, 0, 0, 0, 0, 'Act Now'), ('cold', 0, NULL, 0, 0, 0, 'Educate'), ('unknown', 0, 0, 0, 0, 0, NULL)))`;

  test('are those bought, and of the others the three that owners own most', async () => {
    const found = await ask(`SELECT * FROM (${workloadsSql(catalogue, from)}) ORDER BY account_id`);
    expect(found).toEqual([
      { account_id: 'a', existing: ["VM's", 'SQL'], recommended: ['Backup', 'AI', 'Desktop'] },
      { account_id: 'b', existing: ["VM's"], recommended: ['Backup', 'SQL', 'AI'] },
      { account_id: 'c', existing: ["VM's", 'Backup'], recommended: ['SQL', 'AI', 'Desktop'] },
      { account_id: 'cold', existing: [], recommended: [] },
      { account_id: 'new', existing: [], recommended: ["VM's", 'Backup', 'SQL'] },
      { account_id: 'unknown', existing: [], recommended: [] },
    ]);
  });

  test('are none where the catalogue has none', async () => {
    const sql = workloadsSql({ ...catalogue, workloads: [] }, from);
    const found = await ask(`SELECT * FROM (${sql}) ORDER BY account_id LIMIT 1`);
    expect(found).toEqual([{ account_id: 'a', existing: [], recommended: [] }]);
  });
});

describe('the reasons of a score', () => {
  const model = (facts: string[], sets: number[][] = facts.map((_, at) => [at])) =>
    ({
      features: facts.map((fact) => ({ fact, bins: { kind: 'number', edges: [] }, coarse: [0, 1] })),
      terms: sets.map((features) => ({ features, points: [0, 0] })),
    }) as unknown as ModelDocument;
  const fit = model(['employees', 'industry', 'notInTheCatalogue']);
  const intent = model(['visits', 'hiring'], [[0], [1], [0, 1]]);
  const reasons = async (drivers: [points: number, term: number][], models = { fit, intent }) => {
    const codes = [0, 1, 2].map((at) => (drivers[at] ? drivers[at][0] * 256 + 255 - drivers[at][1] : 0));
    const sql = explainSql(defaultCatalogue, models, 'drivers');
    return (
      await ask(
        `SELECT ${sql} AS text FROM (SELECT (${codes.map((code) => `toUInt32(${code})`).join(', ')}) AS drivers)`,
      )
    )[0]!.text;
  };

  test('are told in points, by name and never by value, several facts together', async () => {
    expect(
      await reasons([
        [123, 0],
        [80, 3],
        [7, 5],
      ]),
    ).toBe(
      'Employees (fit +12.3); Visits in 30 days (intent +8.0); Visits in 30 days x Hiring signals, fading by half in 60 days (intent +0.7)',
    );
  });

  test('fall silent where nothing pulls up, or nothing is known', async () => {
    expect(await reasons([])).toBe('');
    expect(await reasons([[50, 1]])).toBe('Industry (fit +5.0)');
  });

  test('take the id of a fact that the catalogue lost, and only the model that there is', async () => {
    expect(await reasons([[10, 2]], { fit, intent: null } as never)).toBe('notInTheCatalogue (fit +1.0)');
    expect(await reasons([[10, 0]], { fit: null, intent } as never)).toBe('Visits in 30 days (intent +1.0)');
    expect(explainSql(defaultCatalogue, { fit: null, intent: null }, 'drivers')).toBe("''");
  });
});
