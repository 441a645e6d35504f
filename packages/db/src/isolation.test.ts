import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { ROLES, type Role, roleName } from './roles';
import { auditEntry } from './schema';
import { withTenant } from './tenant';
import { freshDatabase, refusalCode } from './testing';

const database = await freshDatabase(inject('postgresUrl'));
const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();
afterAll(async () => {
  await owner.end();
  await database.drop();
});
const app = database.as('app').db;
const host = database.as('host').db;

const ask = async (statement: string) => (await owner.query(statement)).rows;
const DENIED = '42501';

const entryOf = (partnerId: string, seq: number) => ({
  partnerId,
  seq,
  at: new Date(),
  actor: 'a',
  action: 'x',
  subject: 's',
  detail: {},
  previousHash: '',
  hash: String(seq),
});

describe('the catalogue', () => {
  test('has row-level security, forced, on every table of the schema app', async () => {
    const tables = await ask(
      "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p', 'm', 'f')",
    );
    expect(tables.length).toBeGreaterThan(6);
    expect(tables.filter((each) => !each.relrowsecurity || !each.relforcerowsecurity)).toEqual([]);
  });

  test('has a policy for tenants on every one of them that looks at the partner, both ways', async () => {
    const bare =
      await ask(`SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'
      AND relname NOT IN (SELECT tablename FROM pg_policies WHERE schemaname = 'app' AND roles = '{ascent_app}' AND cmd = 'ALL'
        AND qual LIKE '%partner_id = current_setting(''ascent.partner''%' AND with_check = qual)`);
    expect(bare).toEqual([]);
    const policies = await ask(
      "SELECT DISTINCT roles::text AS roles FROM pg_policies WHERE schemaname = 'app' ORDER BY 1",
    );
    expect(policies).toEqual([{ roles: '{ascent_app}' }, { roles: '{ascent_host}' }]);
  });

  test('has no view or function that would look past it', async () => {
    expect(await ask("SELECT viewname FROM pg_views WHERE schemaname IN ('app', 'auth', 'host')")).toEqual(
      [],
    );
    const functions = await ask(
      "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace::regnamespace::text IN ('app', 'auth', 'host', 'public')",
    );
    expect(functions).toEqual([]);
  });

  test('has roles that own nothing of ours, inherit nothing and bypass nothing', async () => {
    const names = ROLES.map((role) => `'${roleName(role)}'`).join(', ');
    const roles = await ask(
      `SELECT rolname FROM pg_roles WHERE rolname IN (${names}) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    );
    expect(roles).toEqual([]);
    const owned = await ask(
      `SELECT relname FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname IN (${names}) AND relnamespace::regnamespace::text IN ('app', 'auth', 'host')`,
    );
    expect(owned).toEqual([]);
    const members = await ask(
      `SELECT 1 FROM pg_auth_members WHERE member::regrole::text IN (${names}) OR roleid::regrole::text IN (${names})`,
    );
    expect(members).toEqual([]);
  });

  test('grants each role what it needs and nothing else', async () => {
    const granted =
      await ask(`SELECT replace(grantee, 'ascent_', '') AS role, table_schema AS schema, string_agg(DISTINCT privilege_type, ' ' ORDER BY privilege_type) AS may
      FROM information_schema.table_privileges WHERE grantee IN ('ascent_app', 'ascent_host', 'ascent_auth', 'PUBLIC') AND table_schema IN ('app', 'auth', 'host', 'drizzle', 'public')
      GROUP BY 1, 2 ORDER BY 1, 2`);
    const all = 'DELETE INSERT SELECT UPDATE';
    expect(granted).toEqual([
      { role: 'app', schema: 'app', may: all },
      { role: 'app', schema: 'host', may: 'SELECT' },
      { role: 'auth', schema: 'auth', may: all },
      { role: 'host', schema: 'app', may: all },
      { role: 'host', schema: 'host', may: all },
    ]);
  });
});

describe('a role is refused', () => {
  const client = async (role: Role, statement: string) => {
    const connection = new pg.Client({ connectionString: database.urls[role] });
    await connection.connect();
    try {
      return await refusalCode(connection.query(statement));
    } finally {
      await connection.end();
    }
  };
  const statements: [role: Role, statement: string][] = [
    ...[
      'user',
      'session',
      'account',
      'verification',
      'invitation',
      'member',
      'organization',
      'rate_limit',
    ].flatMap((table): [Role, string][] => [
      ['app', `SELECT 1 FROM auth."${table}"`],
      ['host', `SELECT 1 FROM auth."${table}"`],
    ]),
    ...['load', 'cycle_step', 'mailbox'].map((table): [Role, string] => [
      'app',
      `SELECT 1 FROM host.${table}`,
    ]),
    ...['release', 'current_release', 'catalogue_version', 'model'].flatMap((table): [Role, string][] => [
      ['app', `DELETE FROM host.${table}`],
      ['app', `INSERT INTO host.${table} DEFAULT VALUES`],
    ]),
    ['auth', 'SELECT 1 FROM app.partner'],
    ['auth', 'SELECT 1 FROM host.release'],
    ['queue', 'SELECT 1 FROM app.partner'],
    ['queue', 'SELECT 1 FROM auth."user"'],
    ['app', 'CREATE TABLE app.mine (n int)'],
    ['app', 'CREATE TABLE public.mine (n int)'],
    ['app', 'ALTER TABLE app.partner DISABLE ROW LEVEL SECURITY'],
    ['app', 'DROP POLICY partner_tenant ON app.partner'],
    ['app', 'TRUNCATE app.ticket'],
    ['app', 'SET ROLE ascent_host'],
    ['app', 'SET SESSION AUTHORIZATION ascent_host'],
    ['app', "COPY app.partner TO PROGRAM 'cat'"],
    ['app', "SELECT pg_read_file('PG_VERSION')"],
    ['host', 'SELECT 1 FROM drizzle.__drizzle_migrations'],
  ];
  test.each(statements)('%s: %s', async (role, statement) => {
    expect(await client(role, statement)).toBe(DENIED);
  });

  test('security that is switched off in the session', async () => {
    expect(await client('app', 'SET row_security = off; SELECT 1 FROM app.partner')).toBe(DENIED);
  });
});

describe('the journal of what was done', () => {
  test('can be added to and read, never changed, by tenants and by the host', async () => {
    await withTenant(app, 'J1', (tx) => tx.insert(auditEntry).values(entryOf('J1', 1)));
    await host.insert(auditEntry).values(entryOf('host', 1));
    const change = sql`UPDATE app.audit_entry SET actor = 'other'`;
    const remove = sql`DELETE FROM app.audit_entry`;
    const empty = sql`TRUNCATE app.audit_entry`;
    for (const statement of [change, remove, empty]) {
      expect(await refusalCode(withTenant(app, 'J1', (tx) => tx.execute(statement)))).toBe(DENIED);
      expect(await refusalCode(host.execute(statement))).toBe(DENIED);
    }
    const again = withTenant(app, 'J1', (tx) =>
      tx
        .insert(auditEntry)
        .values(entryOf('J1', 1))
        .onConflictDoUpdate({ target: [auditEntry.partnerId, auditEntry.seq], set: { actor: 'other' } }),
    );
    expect(await refusalCode(again)).toBe(DENIED);
    const twice = withTenant(app, 'J1', (tx) => tx.insert(auditEntry).values(entryOf('J1', 1)));
    expect(await refusalCode(twice)).toBe('23505');
    expect(await withTenant(app, 'J1', (tx) => tx.select().from(auditEntry))).toMatchObject([{ actor: 'a' }]);
  });
});
