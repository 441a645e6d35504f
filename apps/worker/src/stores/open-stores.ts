import { connectDatabase, type Db } from '@ascent/db';
import { connectWarehouse, type Warehouse } from '@ascent/warehouse';
import { servers } from '../env';
import { type Lock, lockOwner, takeLock } from './lock';
import { embeddedAddresses, migrateStores, type StoreAddresses, serverAddresses, startPair } from './pair';
import { openRunFile, type RunFile, readRunFile, writeRunFile } from './run-file';

/** The stores as a command holds them. */
export type Stores = {
  addresses: StoreAddresses;
  run: RunFile;
  /** As the host's staff. */
  host: Db;
  app: Db;
  auth: Db;
  warehouse: Warehouse;
  exports: Warehouse;
  close: () => Promise<void>;
};

const WAIT_SECONDS_MAX = 900;

/**
 * The stores of the folder: those of a running `npm start`, else a private pair for as long as the command runs.
 * While another command has the folder this one waits.
 */
export async function openStores(folder: string, say: (line: string) => void): Promise<Stores> {
  const run = await openRunFile(folder);
  const outside = servers();
  if (outside) {
    await writeRunFile(folder, run);
    const addresses = serverAddresses(run, outside);
    await migrateStores(addresses, run);
    return connected(addresses, run, async () => undefined);
  }
  for (let waited = 0; waited < WAIT_SECONDS_MAX; waited++) {
    const lock = await takeLock(folder, 'command');
    if (lock) return privatePair(folder, lock);
    const serving = (await lockOwner(folder))?.kind === 'start' ? await readRunFile(folder) : null;
    if (serving?.ready) return connected(embeddedAddresses(serving), serving, async () => undefined);
    if (waited === 0) say('another process has the stores; waiting for it');
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(`the stores in ${folder} stayed busy for ${WAIT_SECONDS_MAX} seconds`);
}

async function privatePair(folder: string, lock: Lock): Promise<Stores> {
  try {
    const run = await openRunFile(folder);
    run.ready = false;
    // The secrets must outlive a crash between here and the end of the first start.
    await writeRunFile(folder, run);
    const pair = await startPair({ folder, run });
    const addresses = embeddedAddresses(run);
    try {
      await migrateStores(addresses, run);
      await writeRunFile(folder, run);
    } catch (cause) {
      await pair.stop();
      throw cause;
    }
    return connected(addresses, run, async () => {
      await pair.stop();
      await lock.release();
    });
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

function connected(addresses: StoreAddresses, run: RunFile, after: () => Promise<void>): Stores {
  const host = connectDatabase({ url: addresses.urls.host, max: 4 });
  const app = connectDatabase({ url: addresses.urls.app, max: 4 });
  const auth = connectDatabase({ url: addresses.urls.auth, max: 2 });
  const warehouse = connectWarehouse({ url: addresses.warehouseUrl, ...addresses.warehouse.jobs });
  const exports = connectWarehouse({ url: addresses.warehouseUrl, ...addresses.warehouse.export });
  return {
    addresses,
    run,
    host: host.db,
    app: app.db,
    auth: auth.db,
    warehouse,
    exports,
    close: async () => {
      await Promise.all([host.close(), app.close(), auth.close(), warehouse.close(), exports.close()]);
      await after();
    },
  };
}
