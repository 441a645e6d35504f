import { addColumns, scoreColumns } from '@ascent/warehouse';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { contentHash } from './content-hash';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;

for (const sql of addColumns('account_scores', scoreColumns(['Azure', 'M365']))) await jobs.command({ sql });

type Row = { account_id: string; Azure_fit: number | null; M365_fit?: number; Azure_drivers?: number[] };
const ROWS: Row[] = [
  { account_id: 'a1', Azure_fit: 750, Azure_drivers: [10, 5, 0] },
  { account_id: 'a2', Azure_fit: null },
  { account_id: 'a3', Azure_fit: 300, Azure_drivers: [1, 0, 0] },
];
const release = async (id: string, rows: Row[]) => {
  const named = rows.map((row) => ({ release_id: id, ...row }));
  // One row a part: what lies on disk differs, what it says does not.
  for (const row of named) await jobs.insertRows({ table: 'account_scores', rows: [row] });
  return contentHash(jobs, id);
};

test('the same rows have the same hash, whatever their order, their parts and the release’s name', async () => {
  const first = await release('2026-10.1', ROWS);
  expect(first.rows).toEqual({
    account_scores: 3,
    agreement_scores: 0,
    cohort_members: 0,
    release_rows: 0,
    release_agreements: 0,
  });
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await release('2026-10.2', [...ROWS].reverse())).toEqual(first);
});

test('any other cell, row or column has another', async () => {
  const { hash } = await contentHash(jobs, '2026-10.1');
  const [one, two, three] = ROWS as [Row, Row, Row];
  const others = [
    [one, two, { ...three, Azure_fit: 301 }],
    [one, two, { ...three, Azure_fit: null }],
    [{ ...one, Azure_drivers: [5, 10, 0] }, two, three],
    [one, two],
    [one, two, three, three],
    [one, two, { ...three, account_id: 'a4' }],
    [one, { ...two, M365_fit: 1 }, three],
  ];
  const hashes = [];
  for (const [at, rows] of others.entries()) hashes.push((await release(`other.${at}`, rows)).hash);
  expect(new Set([hash, ...hashes]).size).toBe(others.length + 1);
});

test('a column that another catalogue added and that is empty here changes nothing', async () => {
  const before = await contentHash(jobs, '2026-10.1');
  await jobs.command({
    sql: 'ALTER TABLE account_scores ADD COLUMN extra Nullable(Int64), ADD COLUMN more Array(String), ADD COLUMN most Tuple(UInt32, UInt32, UInt32)',
  });
  expect(await contentHash(jobs, '2026-10.1')).toEqual(before);
});

test('a release without rows has a hash of its own', async () => {
  const nothing = await contentHash(jobs, 'nothing');
  expect(nothing.rows.account_scores).toBe(0);
  expect(nothing.hash).not.toBe((await contentHash(jobs, '2026-10.1')).hash);
});

test('a release that rests on another one has the hash of all its rows', async () => {
  const whole = await contentHash(jobs, '2026-10.2');
  await release('other.base', [ROWS[0]!, ROWS[1]!, { account_id: 'a3', Azure_fit: 1 }]);
  await jobs.insertRows({ table: 'score_bases', rows: [{ release_id: 'rests', base_id: 'other.base' }] });
  expect(await release('rests', [ROWS[2]!])).toEqual(whole);
});
