import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { migrateDatabase } from './migrate';
import { roleUrl } from './roles';
import { freshDatabase, refusalCode, TEST_PASSWORDS } from './testing';

const serverUrl = inject('postgresUrl');
const database = await freshDatabase(serverUrl);
const { ownerUrl } = database;
afterAll(database.drop);

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that a migration could change. */
const shape = (url: string) =>
  ask(
    url,
    `SELECT 'column' AS what, table_schema || '.' || table_name || '.' || column_name || ' ' || data_type AS is FROM information_schema.columns WHERE table_schema IN ('app', 'auth', 'host')
     UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace::regnamespace::text IN ('app', 'auth', 'host')
     UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname IN ('app', 'auth', 'host')
     UNION ALL SELECT 'policy', schemaname || tablename || policyname || coalesce(qual, '') FROM pg_policies
     UNION ALL SELECT 'grant', grantee || ' ' || table_schema || '.' || table_name || ' ' || privilege_type FROM information_schema.table_privileges WHERE grantee LIKE 'ascent%'
     UNION ALL SELECT 'done', hash FROM drizzle.__drizzle_migrations ORDER BY 1, 2`,
  );

test('to migrate again changes nothing', async () => {
  const before = await shape(ownerUrl);
  expect(before.length).toBeGreaterThan(150);
  await migrateDatabase({ ownerUrl, passwords: TEST_PASSWORDS });
  expect(await shape(ownerUrl)).toEqual(before);
});

test('several at once, in one database and in others, come to the same end', async () => {
  const names = [1, 2, 3].map(() => `test_${randomBytes(6).toString('hex')}`);
  for (const name of names) await ask(serverUrl, `CREATE DATABASE ${name}`);
  const urls = names.map((name) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString());
  const all = [...urls, ...urls, ...urls, ownerUrl];
  await Promise.all(all.map((url) => migrateDatabase({ ownerUrl: url, passwords: TEST_PASSWORDS })));
  const expected = await shape(ownerUrl);
  for (const url of urls) expect(await shape(url)).toEqual(expected);
  for (const name of names) await ask(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
});

test('a role comes in with its password and no other', async () => {
  const url = (password: string) => roleUrl({ ownerUrl, role: 'app', password });
  expect(await ask(url(TEST_PASSWORDS.app), 'SELECT current_user AS me')).toEqual([{ me: 'ascent_app' }]);
  expect(await refusalCode(ask(url('wrong'), 'SELECT 1'))).toBe('28P01');
  expect(await refusalCode(ask(url(''), 'SELECT 1'))).not.toBe('allowed');
});

test('an address of a role carries any password', () => {
  const password = "p@ss:w/o?r#d %'";
  const url = new URL(roleUrl({ ownerUrl: 'postgres://o:x@h:5432/ascent', role: 'host', password }));
  expect(decodeURIComponent(url.password)).toBe(password);
  expect([url.username, url.host, url.pathname]).toEqual(['ascent_host', 'h:5432', '/ascent']);
});
