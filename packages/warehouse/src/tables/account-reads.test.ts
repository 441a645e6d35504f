import { afterAll, describe, expect, inject, test } from 'vitest';
import { freshWarehouse } from '../testing';
import { addColumns } from './release-tables';
import { tenantReader } from './tenant-reader';
import type { Tenant } from './tenant-where';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;
for (const name of ['b_visits', 'b_orders'])
  for (const sql of addColumns('feature_bins', [{ name, type: 'UInt8' }])) await jobs.command({ sql });

await jobs.insertRows({
  table: 'release_rows',
  rows: [
    { release_id: 'now', partner_id: 'P1', account_id: 'A1', location_ids: ['L1'] },
    { release_id: 'now', partner_id: 'P1', account_id: 'A2', location_ids: ['L2'] },
    { release_id: 'now', partner_id: 'P2', account_id: 'B1', location_ids: ['L1'] },
  ],
});
const bins = (release: string, day: string, account: string, visits: number, orders: number) => ({
  release_id: release,
  as_of: day,
  account_id: account,
  observed: 1,
  b_visits: visits,
  b_orders: orders,
});
await jobs.insertRows({
  table: 'feature_bins',
  rows: [
    bins('before', '2026-09-20', 'A1', 1, 1),
    bins('before', '2026-09-20', 'A2', 1, 1),
    bins('before', '2026-09-20', 'B1', 1, 2),
    bins('before', '2026-09-20', 'gone', 1, 1),
    bins('before', '2026-08-20', 'A1', 7, 7),
    bins('now', '2026-10-20', 'A1', 2, 1),
    bins('now', '2026-10-20', 'A2', 2, 1),
    bins('now', '2026-10-20', 'B1', 1, 0),
    bins('now', '2026-10-20', 'fresh', 2, 9),
  ],
});
const signal = (load: number, id: string, account: string, date: string, given: object = {}) => ({
  load_seq: load,
  row_hash: 1,
  signal_id: id,
  account_id: account,
  kind: 'visit',
  topic: 'security',
  date,
  seen_on: null,
  strength: 10,
  source: 'site',
  url: `https://${id}.example/`,
  ...given,
});
await jobs.insertRows({
  table: 'feed_signals',
  rows: [
    signal(1, 's1', 'A1', '2026-10-01'),
    signal(1, 's2', 'A1', '2026-10-02'),
    signal(2, 's2', 'A1', '2026-10-02', { strength: 90 }),
    signal(1, 'moved', 'A1', '2026-10-03'),
    signal(2, 'moved', 'A2', '2026-10-03'),
    signal(1, 'late', 'A1', '2026-10-20'),
    signal(1, 'seen-late', 'A1', '2026-10-04', { seen_on: '2026-10-21' }),
    signal(1, 'seen', 'A1', '2026-10-05', { seen_on: '2026-10-19' }),
    signal(3, 'not-loaded', 'A1', '2026-10-06'),
    signal(1, 'other', 'B1', '2026-10-07'),
  ],
});

const readerOf = (tenant: Tenant) => tenantReader(database.as('portal'), tenant);
const whole = readerOf({ partnerId: 'P1', locations: '*' });
const first = readerOf({ partnerId: 'P1', locations: ['L1'] });
const foreign = [
  ['another partner’s account', whole, 'B1'],
  ['an account of another location', first, 'A2'],
  ['an account in no row of the release', whole, 'gone'],
] as const;

type OneDay = Omit<Parameters<typeof whole.bins>[0], 'days'> & { asOf: string };
const bytesOn = async (reader: typeof whole, { asOf, ...select }: OneDay) =>
  (await reader.bins({ ...select, days: [asOf] })).get(asOf) ?? null;

describe('the bytes of an account', () => {
  const select = { releaseId: 'now', asOf: '2026-10-20', columns: ['b_visits'] };

  test('are those of the day, from the release that holds them', async () => {
    expect(await bytesOn(whole, { ...select, accountId: 'A1' })).toEqual({ observed: 1, b_visits: 2 });
    const earlier = { ...select, featuresRelease: 'before', asOf: '2026-08-20' };
    expect(await bytesOn(whole, { ...earlier, accountId: 'A1' })).toEqual({ observed: 1, b_visits: 7 });
    expect(await bytesOn(whole, { ...select, asOf: '2026-07-20', accountId: 'A1' })).toBeNull();
  });

  test('come for several days at once, each by its day', async () => {
    const both = {
      ...select,
      featuresRelease: 'before',
      accountId: 'A1',
      days: ['2026-08-20', '2020-01-01'],
    };
    expect([...(await whole.bins(both))]).toEqual([['2026-08-20', { observed: 1, b_visits: 7 }]]);
  });

  test('are those of the release that a correction rests on, unless it has other ones', async () => {
    await jobs.insertRows({
      table: 'feature_bins',
      rows: [bins('corrected', '2026-10-20', 'A2', 5, 5)],
    });
    await jobs.insertRows({
      table: 'feature_bases',
      rows: [{ release_id: 'corrected', base_id: 'now' }],
    });
    const corrected = { ...select, featuresRelease: 'corrected' };
    expect(await bytesOn(whole, { ...corrected, accountId: 'A1' })).toEqual({ observed: 1, b_visits: 2 });
    expect(await bytesOn(whole, { ...corrected, accountId: 'A2' })).toEqual({ observed: 1, b_visits: 5 });
    const steps = await whole.transitions({
      from: { featuresRelease: 'now', asOf: '2026-10-20' },
      to: { featuresRelease: 'corrected', asOf: '2026-10-20' },
      columns: ['b_visits'],
      countMin: 1,
    });
    expect(steps).toEqual([{ fact: 'b_visits', from_bin: 2, to_bin: 5, n: 1 }]);
  });

  test.each(foreign)('are told to nobody who does not see it: %s', async (_what, reader, accountId) => {
    const elsewhere = { ...select, featuresRelease: 'before', asOf: '2026-09-20' };
    expect(await bytesOn(reader, { ...select, accountId })).toBeNull();
    expect(await bytesOn(reader, { ...elsewhere, accountId })).toBeNull();
  });
});

describe('the signals of an account', () => {
  const select = { releaseId: 'now', loads: [1, 2], before: '2026-10-20', limit: 10 };

  test('are those known before the cut-off, newest first, each as its latest load has it', async () => {
    const rows = await whole.signals({ ...select, accountId: 'A1' });
    expect(rows.map((row) => [row.signal_id, row.strength])).toEqual([
      ['seen', 10],
      ['s2', 90],
      ['s1', 10],
    ]);
    expect(rows[0]).toEqual({
      signal_id: 'seen',
      kind: 'visit',
      topic: 'security',
      day: '2026-10-05',
      seen: '2026-10-19',
      strength: 10,
      source: 'site',
      url: 'https://seen.example/',
    });
    expect((await whole.signals({ ...select, accountId: 'A2' })).map((row) => row.signal_id)).toEqual([
      'moved',
    ]);
  });

  test('are no more than asked for, and only of the loads of the release', async () => {
    expect(await whole.signals({ ...select, accountId: 'A1', limit: 1 })).toHaveLength(1);
    const one = await whole.signals({ ...select, accountId: 'A1', loads: [1] });
    expect(one.map((row) => row.signal_id)).toEqual(['seen', 'moved', 's2', 's1']);
    expect(await whole.signals({ ...select, accountId: 'A1', loads: [] })).toEqual([]);
  });

  test.each(foreign)('are told to nobody who does not see it: %s', async (_what, reader, accountId) => {
    expect(await reader.signals({ ...select, accountId })).toEqual([]);
  });
});

describe('steps between two releases', () => {
  const select = {
    from: { featuresRelease: 'before', asOf: '2026-09-20' },
    to: { featuresRelease: 'now', asOf: '2026-10-20' },
    columns: ['b_visits', 'b_orders'],
  };

  test('are counted over the accounts of both days', async () => {
    expect(await whole.transitions({ ...select, countMin: 1 })).toEqual([
      { fact: 'b_orders', from_bin: 2, to_bin: 0, n: 1 },
      { fact: 'b_visits', from_bin: 1, to_bin: 2, n: 2 },
    ]);
  });

  test('are not told when too few accounts made them', async () => {
    const told = await whole.transitions({ ...select, countMin: 2 });
    expect(told).toEqual([{ fact: 'b_visits', from_bin: 1, to_bin: 2, n: 2 }]);
  });

  test('take names of columns only', async () => {
    await expect(async () => whole.transitions({ ...select, columns: ["b'"], countMin: 1 })).rejects.toThrow(
      'not a column name',
    );
  });
});
