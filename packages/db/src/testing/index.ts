import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Connection, connectDatabase } from '../connect';
import './provided';
import { migrateDatabase } from '../migrate';
import { ROLES, type Role, type RolePasswords, roleUrl } from '../roles';

export const TEST_PASSWORDS: RolePasswords = { app: 'app', host: 'host', auth: 'auth', queue: 'queue' };

export type FreshDatabase = {
  ownerUrl: string;
  urls: Record<Role, string>;
  /** Opens a pool as the role; closed when the database is dropped. */
  as: (role: Role) => Connection;
  drop: () => Promise<void>;
};

/** A migrated database of its own on a running server: one a test file, dropped at its end. */
export async function freshDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await owner(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const ownerUrl = url.toString();
  await migrateDatabase({ ownerUrl, passwords: TEST_PASSWORDS });
  const urls = Object.fromEntries(
    ROLES.map((role) => [role, roleUrl({ ownerUrl, role, password: TEST_PASSWORDS[role] })]),
  ) as Record<Role, string>;
  const open: Connection[] = [];
  return {
    ownerUrl,
    urls,
    as: (role) => {
      const connection = connectDatabase({ url: urls[role] });
      open.push(connection);
      return connection;
    },
    drop: async () => {
      await Promise.all(open.map((each) => each.close()));
      await owner(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function owner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's code of why something was refused; 'allowed' when it was not. */
export async function refusalCode(run: Promise<unknown>): Promise<string | undefined> {
  try {
    await run;
    return 'allowed';
  } catch (cause) {
    const { code, cause: inner } = cause as { code?: string; cause?: { code?: string } };
    return code ?? inner?.code;
  }
}
