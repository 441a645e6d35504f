import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { contentHash } from './content-hash';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;

type Row = { account_id: string; product?: string; fit: number | null; fit_points?: number[] };
const ROWS: Row[] = [
  { account_id: 'a1', fit: 750, fit_points: [10, -5] },
  { account_id: 'a2', fit: null },
  { account_id: 'a3', fit: 300, fit_points: [1] },
];
const release = async (id: string, rows: Row[]) => {
  const named = rows.map((row) => ({ release_id: id, product: 'Azure', ...row }));
  // One row a part: what lies on disk differs, what it says does not.
  for (const row of named) await jobs.insertRows({ table: 'scores', rows: [row] });
  return contentHash(jobs, id);
};

test('the same rows have the same hash, whatever their order, their parts and the release’s name', async () => {
  const first = await release('2026-10.1', ROWS);
  expect(first.rows).toEqual({ scores: 3, cohort_members: 0, release_rows: 0, release_agreements: 0 });
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await release('2026-10.2', [...ROWS].reverse())).toEqual(first);
});

test('any other cell, row or column has another', async () => {
  const { hash } = await contentHash(jobs, '2026-10.1');
  const [one, two, three] = ROWS as [Row, Row, Row];
  const others = [
    [one, two, { ...three, fit: 301 }],
    [one, two, { ...three, fit: null }],
    [{ ...one, fit_points: [-5, 10] }, two, three],
    [one, two],
    [one, two, three, three],
    [one, two, { ...three, account_id: 'a4' }],
    [one, { ...two, product: 'M365' }, three],
  ];
  const hashes = [];
  for (const [at, rows] of others.entries()) hashes.push((await release(`other.${at}`, rows)).hash);
  expect(new Set([hash, ...hashes]).size).toBe(others.length + 1);
});

test('a column that another catalogue added and that is empty here changes nothing', async () => {
  const before = await contentHash(jobs, '2026-10.1');
  await jobs.command({
    sql: 'ALTER TABLE scores ADD COLUMN extra Nullable(Int64), ADD COLUMN more Array(String)',
  });
  expect(await contentHash(jobs, '2026-10.1')).toEqual(before);
});

test('a release without rows has a hash of its own', async () => {
  const nothing = await contentHash(jobs, 'nothing');
  expect(nothing.rows.scores).toBe(0);
  expect(nothing.hash).not.toBe((await contentHash(jobs, '2026-10.1')).hash);
});
