import { join } from 'node:path';
import { migrateDatabase, ROLES, type Role, roleUrl } from '@ascent/db';
import { type PostgresServer, startPostgres } from '@ascent/db/server';
import { connectWarehouse, ensureWarehouseDatabase, migrateWarehouse } from '@ascent/warehouse';
import { startWarehouse, type UserName, type WarehouseServer } from '@ascent/warehouse/server';
import type { Servers } from '../env';
import type { RunFile } from './run-file';

/** Where the two stores are, and as whom to speak to them. */
export type StoreAddresses = {
  ownerUrl: string;
  urls: Record<Role, string>;
  warehouseUrl: string;
  warehouse: Record<UserName, { user: string; password: string }>;
};

export type Pair = { postgres: PostgresServer; warehouse: WarehouseServer; stop: () => Promise<void> };

export type PairOptions = { folder: string; run: RunFile; onLog?: (line: string) => void };

/** Starts both stores of a data folder; when one cannot start, neither runs. */
export async function startPair({ folder, run, onLog }: PairOptions): Promise<Pair> {
  const started = await Promise.allSettled([
    startPostgres({ dataDir: join(folder, 'postgres'), password: run.secrets.postgres, onLog }),
    startWarehouse({ dataDir: join(folder, 'warehouse'), tokens: run.secrets.warehouse, onLog }),
  ]);
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    for (const each of started) if (each.status === 'fulfilled') await each.value.stop();
    throw failed.reason;
  }
  const [postgres, warehouse] = started.map((each) => (each as PromiseFulfilledResult<unknown>).value) as [
    PostgresServer,
    WarehouseServer,
  ];
  run.ports.postgres = postgres.port;
  run.ports.warehouse = warehouse.port;
  Object.assign(run.pids, { postgres: postgres.pid(), warehouse: warehouse.pid() });
  return {
    postgres,
    warehouse,
    stop: async () => {
      await Promise.all([postgres.stop(), warehouse.stop()]);
    },
  };
}

export function embeddedAddresses(run: RunFile): StoreAddresses {
  const { secrets, ports } = run;
  const ownerUrl = `postgres://postgres:${encodeURIComponent(secrets.postgres)}@127.0.0.1:${ports.postgres}/ascent`;
  const users = Object.entries(secrets.warehouse).map(([user, password]) => [user, { user, password }]);
  return {
    ownerUrl,
    urls: roleUrls(ownerUrl, run),
    warehouseUrl: `http://127.0.0.1:${ports.warehouse}`,
    warehouse: Object.fromEntries(users) as StoreAddresses['warehouse'],
  };
}

export function serverAddresses(run: RunFile, servers: Servers): StoreAddresses {
  const same = { user: servers.user, password: servers.password };
  return {
    ownerUrl: servers.databaseUrl,
    urls: roleUrls(servers.databaseUrl, run),
    warehouseUrl: servers.clickhouseUrl,
    warehouse: { portal: same, export: same, jobs: same },
  };
}

/** Brings both stores to the current shape; does nothing when they have it. */
export async function migrateStores(addresses: StoreAddresses, run: RunFile): Promise<void> {
  await migrateDatabase({ ownerUrl: addresses.ownerUrl, passwords: run.secrets.roles });
  const target = { url: addresses.warehouseUrl, ...addresses.warehouse.jobs };
  await ensureWarehouseDatabase(target);
  const warehouse = connectWarehouse(target);
  await migrateWarehouse(warehouse);
  await warehouse.close();
}

function roleUrls(ownerUrl: string, run: RunFile): Record<Role, string> {
  return Object.fromEntries(
    ROLES.map((role) => [role, roleUrl({ ownerUrl, role, password: run.secrets.roles[role] })]),
  ) as Record<Role, string>;
}
