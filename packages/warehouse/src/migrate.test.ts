import { FeedName } from '@ascent/schemas';
import { afterEach, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { migrateWarehouse } from './migrate';
import { feedTable } from './tables/feed-tables';
import { MIGRATIONS, type Migration } from './tables/migrations';
import { freshWarehouse, type TestDatabase } from './testing';

const open: TestDatabase[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.drop();
});

async function empty(): Promise<TestDatabase> {
  const database = await freshWarehouse(inject('warehouse'), { migrated: false });
  open.push(database);
  return database;
}

const Named = z.object({ name: z.string() });
const tables = async ({ jobs }: TestDatabase) =>
  (
    await jobs.query({
      sql: 'SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name',
      schema: Named,
    })
  ).map(({ name }) => name);

test('an empty database gets every table, a migrated one nothing', async () => {
  const database = await empty();
  expect(await migrateWarehouse(database.jobs)).toEqual(MIGRATIONS.map(({ id }) => id));
  const found = await tables(database);
  expect(found).toEqual(
    expect.arrayContaining([...FeedName.options.map(feedTable), 'release_rows', 'account_scores']),
  );
  expect(await migrateWarehouse(database.jobs)).toEqual([]);
  expect(await tables(database)).toEqual(found);
});

test('several at once come to the same end', async () => {
  const database = await empty();
  await Promise.all([1, 2, 3].map(() => migrateWarehouse(database.jobs)));
  expect(await migrateWarehouse(database.jobs)).toEqual([]);
});

test('a migration that failed half-way runs again as a whole, and those behind it wait', async () => {
  const database = await empty();
  const create = (table: string) => `CREATE TABLE IF NOT EXISTS ${table} (n UInt8) ENGINE = Memory`;
  const broken: Migration[] = [
    { id: '1', statements: [create('one')] },
    { id: '2', statements: [create('two'), 'CREATE NONSENSE'] },
    { id: '3', statements: [create('three')] },
  ];
  await expect(migrateWarehouse(database.jobs, broken)).rejects.toMatchObject({ code: 62 });
  expect(await tables(database)).toEqual(['one', 'schema_migrations', 'two']);
  const mended = broken.map((each) => (each.id === '2' ? { id: '2', statements: [create('two')] } : each));
  expect(await migrateWarehouse(database.jobs, mended)).toEqual(['2', '3']);
  expect(await tables(database)).toEqual(['one', 'schema_migrations', 'three', 'two']);
});

test('no number of a migration is used twice, and they stand in order', () => {
  const ids = MIGRATIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test('every statement may run again', async () => {
  const database = await empty();
  for (const { statements } of [...MIGRATIONS, ...MIGRATIONS])
    for (const sql of statements) await database.jobs.command({ sql });
});
