import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectWarehouse, type Warehouse } from '../client';
import { migrateWarehouse } from '../migrate';
import { startWarehouse, type Tokens, type UserName } from '../server';
import { realServer } from './env';
import './provided';

/** Where tests find a running warehouse; `ours` is false for a real server named by the environment. */
export type WarehouseAddress = { url: string; tokens: Tokens; ours: boolean };
export type TestWarehouse = WarehouseAddress & { stop: () => Promise<void> };

/** A private front in a temporary folder, or the real server that CLICKHOUSE_URL names. */
export async function startTestWarehouse(): Promise<TestWarehouse> {
  const real = realServer();
  if (real)
    return {
      url: real.url,
      tokens: { portal: real.password, export: real.password, jobs: real.password },
      ours: false,
      stop: async () => undefined,
    };
  const folder = await mkdtemp(join(tmpdir(), 'ascent-warehouse-'));
  const server = await startWarehouse({ dataDir: folder });
  return {
    url: server.url,
    tokens: server.tokens,
    ours: true,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestDatabase = {
  name: string;
  jobs: Warehouse;
  as: (user: UserName) => Warehouse;
  drop: () => Promise<void>;
};

/** A database of its own on a running warehouse, migrated unless told otherwise. */
export async function freshWarehouse(
  address: WarehouseAddress,
  { migrated = true } = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const open: Warehouse[] = [];
  const connect = (user: UserName, database: string) => {
    const handle = connectWarehouse({
      url: address.url,
      user: address.ours ? user : realServer()!.user,
      password: address.tokens[user],
      database,
    });
    open.push(handle);
    return handle;
  };
  const owner = connect('jobs', 'default');
  await owner.command({ sql: `CREATE DATABASE ${name} ENGINE = Atomic` });
  const jobs = connect('jobs', name);
  if (migrated) await migrateWarehouse(jobs);
  return {
    name,
    jobs,
    as: (user) => connect(user, name),
    drop: async () => {
      await owner.command({ sql: `DROP DATABASE IF EXISTS ${name} SYNC`, idempotent: true });
      await Promise.all(open.map((each) => each.close()));
    },
  };
}
