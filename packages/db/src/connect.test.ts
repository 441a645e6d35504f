import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { freshDatabase } from './testing';

const database = await freshDatabase(inject('postgresUrl'));
afterAll(database.drop);

test('a connection that breaks while nobody uses it is replaced', async () => {
  const { db } = database.as('app');
  const { rows } = await db.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await owner.end();
  await new Promise((done) => setTimeout(done, 100));
  const again = await db.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
  expect(again.rows[0]!.pid).not.toBe(rows[0]!.pid);
});
