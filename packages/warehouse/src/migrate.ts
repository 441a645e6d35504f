import { z } from 'zod';
import { connectWarehouse, type Warehouse, type WarehouseTarget } from './client';
import { MIGRATIONS, type Migration } from './tables/migrations';

const Done = z.object({ id: z.string() });

/** Runs the migrations that have not run yet; a statement that ran before a crash may run again. */
export async function migrateWarehouse(
  warehouse: Warehouse,
  migrations: Migration[] = MIGRATIONS,
): Promise<string[]> {
  await warehouse.command({
    sql: 'CREATE TABLE IF NOT EXISTS schema_migrations (id String, at DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY id',
    idempotent: true,
  });
  const done = new Set(
    (await warehouse.query({ sql: 'SELECT id FROM schema_migrations', schema: Done })).map(({ id }) => id),
  );
  const missing = migrations.filter(({ id }) => !done.has(id));
  for (const { id, statements } of missing) {
    for (const sql of statements) await warehouse.command({ sql, idempotent: true });
    await warehouse.insertRows({ table: 'schema_migrations', rows: [{ id }] });
  }
  return missing.map(({ id }) => id);
}

/** Makes the product's own database on a server that may not have it yet. */
export async function ensureWarehouseDatabase(target: Omit<WarehouseTarget, 'database'>): Promise<void> {
  const outside = connectWarehouse({ ...target, database: 'default' });
  try {
    await outside.command({ sql: 'CREATE DATABASE IF NOT EXISTS ascent ENGINE = Atomic', idempotent: true });
  } finally {
    await outside.close();
  }
}
