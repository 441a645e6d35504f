import { afterAll, describe, expect, inject, test } from 'vitest';
import { freshWarehouse } from '../testing';
import { addColumns } from './release-tables';
import {
  dropFeatureSheets,
  PROFILE_COLUMNS,
  readSheet,
  rowSheetColumns,
  sheetColumns,
  writeFeatureSheets,
} from './sheets';
import { tenantReader } from './tenant-reader';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;
const day = '2026-10-20';
for (const sql of addColumns('features', [
  { name: 'f_size', type: 'Nullable(Float64)' },
  { name: 'f_place', type: 'LowCardinality(Nullable(String))' },
]))
  await jobs.command({ sql });
const fact = (release_id: string, account_id: string, given: object) => ({
  ...{ release_id, as_of: day, account_id, observed: 1 },
  ...given,
});
await jobs.insertRows({
  table: 'release_rows',
  rows: ['A1', 'A2', 'A3'].map((account_id) => ({ release_id: 'now', partner_id: 'P1', account_id })),
});
await jobs.insertRows({ table: 'feature_bases', rows: [{ release_id: 'now', base_id: 'before' }] });
await jobs.insertRows({
  table: 'features',
  rows: [
    fact('before', 'A1', { f_size: 0.1, f_place: 'a "quoted" \\ place' }),
    fact('before', 'A2', { f_size: 7, f_place: 'ação' }),
    fact('now', 'A2', { f_size: null, f_place: null }),
    fact('before', 'foreign', { f_size: 1 }),
  ],
});

const reader = tenantReader(database.as('portal'), { partnerId: 'P1', locations: '*' });
const factsOf = async (accountId: string, columns = ['f_size', 'f_place']) =>
  Object.fromEntries(await reader.facts({ releaseId: 'now', accountId, days: [day], columns }));
const everyone = ['A1', 'A2', 'A3', 'foreign'];

describe('the sheets of facts', () => {
  test('say what the columns say, of the release itself first and then of the one it rests on', async () => {
    const without = await Promise.all(everyone.map((id) => factsOf(id)));
    for (const release of ['before', 'now'])
      await writeFeatureSheets(jobs, 'features', ['f_size', 'f_place'], { release, asOf: day });
    // Only the sheets can answer from here on.
    await jobs.command({ sql: 'TRUNCATE TABLE features' });
    expect(await Promise.all(everyone.map((id) => factsOf(id)))).toEqual(without);
    expect(without).toEqual([
      { [day]: { observed: 1, f_size: 0.1, f_place: 'a "quoted" \\ place' } },
      { [day]: { observed: 1, f_size: null, f_place: null } },
      {},
      {},
    ]);
  });

  test('give no column that was not asked for, and nothing for one that they do not hold', async () => {
    expect(await factsOf('A1', ['f_size', 'f_new'])).toEqual({
      [day]: { observed: 1, f_size: 0.1, f_new: null },
    });
  });

  test('are gone with their day', async () => {
    await dropFeatureSheets(jobs, { release: 'now', asOf: day });
    expect((await factsOf('A2'))[day]).toMatchObject({ f_size: 7 });
  });
});

describe('a sheet of scores', () => {
  const [azure, surface] = [{ id: 'Azure' }, { id: 'Surface' }];
  const cells = sheetColumns([azure]).map((_, at) => (at === 3 ? null : `v${at}`));

  test('is read under the names that it was written by; a product that it does not hold has no score', () => {
    const row = readSheet(JSON.stringify(cells), [azure], [azure, surface]);
    expect(row).toMatchObject({ AzureCluster: 'v0', AzureFitScore: null, AzureIntentScore: 'v4' });
    expect(row).toMatchObject({ SurfaceCluster: '', SurfaceFitScore: null, SurfacePropensity: null });
  });

  test('has the profile of the row behind its scores; one of an earlier version has none', () => {
    const whole = [...cells, ...PROFILE_COLUMNS.map((name) => (name === 'OrgSize' ? 7 : `of ${name}`))];
    const row = readSheet(JSON.stringify(whole), [azure], [azure]);
    expect(row).toMatchObject({ AzureCluster: 'v0', AccountName: 'of AccountName', OrgSize: 7 });
    expect(readSheet(JSON.stringify(cells), [azure], [azure])).not.toHaveProperty('AccountName');
    expect(rowSheetColumns([azure])).toEqual([...sheetColumns([azure]), ...PROFILE_COLUMNS]);
  });

  test('of other products than it is read by is refused', () => {
    expect(() => readSheet(JSON.stringify(cells), [azure, surface], [azure])).toThrow('9 cells');
  });
});
