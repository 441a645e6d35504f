import { afterAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freshWarehouse } from '../testing';
import { mergeParts } from './merge-parts';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;
const row = (release_id: string, account_id: string) => ({ release_id, partner_id: 'P1', account_id });

async function partsOf(release: string) {
  const sql = `SELECT toUInt32(count()) AS parts, toUInt32(sum(rows)) AS rows FROM system.parts
    WHERE active AND database = currentDatabase() AND table = 'release_rows' AND partition = {release:String}`;
  const [found] = await jobs.query({
    sql,
    params: { release },
    schema: z.object({ parts: z.number(), rows: z.number() }),
  });
  return found;
}

test('a partition of several parts is one afterwards, with the same rows; others are left alone', async () => {
  for (const release of ['2026-10.1', '2026-10.2'])
    for (const account of ['A1', 'A2', 'A3'])
      await jobs.insertRows({ table: 'release_rows', rows: [row(release, account)] });
  await mergeParts(jobs, 'release_rows', '2026-10.1');
  expect(await partsOf('2026-10.1')).toEqual({ parts: 1, rows: 3 });
  expect((await partsOf('2026-10.2'))!.rows).toBe(3);
});

test('one part, and a partition that is not there, are no error', async () => {
  await jobs.insertRows({ table: 'release_rows', rows: [row('2026-11.1', 'A1')] });
  await mergeParts(jobs, 'release_rows', '2026-11.1');
  await mergeParts(jobs, 'release_rows', 'nothing');
  expect(await partsOf('2026-11.1')).toEqual({ parts: 1, rows: 1 });
});
