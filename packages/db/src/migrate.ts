import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { ROLES, type RolePasswords, roleName } from './roles';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Makes the roles, sets their passwords and runs the migrations that have not run yet. Safe to run at once by several. */
export async function migrateDatabase({
  ownerUrl,
  passwords,
}: {
  ownerUrl: string;
  passwords: RolePasswords;
}) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(727001)');
    for (const role of ROLES) await ensureRole(client, roleName(role), passwords[role]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    await client.query('CREATE SCHEMA IF NOT EXISTS queue AUTHORIZATION ascent_queue');
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server: another database's migration may be making the same one right now. */
const RACES = ['23505', '42710', 'XX000'];
const TRIES_MAX = 20;

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const secret = client.escapeLiteral(password);
  for (let tries = 1; ; tries++) {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    const verb = found.rowCount ? 'ALTER' : 'CREATE';
    try {
      await client.query(
        `${verb} ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${secret}`,
      );
      return;
    } catch (cause) {
      if (tries === TRIES_MAX || !RACES.includes((cause as { code?: string }).code ?? '')) throw cause;
      await new Promise((done) => setTimeout(done, 25 * tries));
    }
  }
}
