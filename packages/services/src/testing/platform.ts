import { type Connection, connectDatabase, connectQueue } from '@ascent/db';
import { freshDatabase } from '@ascent/db/testing';
import type { Warehouse } from '@ascent/warehouse';
import { freshWarehouse, type WarehouseAddress } from '@ascent/warehouse/testing';
import type { Platform } from '../context';
import { ensureQueues } from '../jobs';
import type { PlatformConfig } from '../sign-in/platform';

export type TestPlatform = {
  platform: Platform;
  /** As the month and the loads read and write. */
  jobs: Warehouse;
  /** Above every right: to look at what no role may see, or to tamper with it. */
  owner: Connection['db'];
  /** What an app would be given to find the same stores. */
  config: PlatformConfig;
  drop: () => Promise<void>;
};

/** Databases of its own on the run's real stores, and the queue. */
export async function freshPlatform(stores: {
  postgresUrl: string;
  warehouse: WarehouseAddress;
}): Promise<TestPlatform> {
  const [database, engine] = await Promise.all([
    freshDatabase(stores.postgresUrl),
    freshWarehouse(stores.warehouse),
  ]);
  const queue = await connectQueue({ url: database.urls.queue, supervise: false });
  await ensureQueues(queue);
  const owner = connectDatabase({ url: database.ownerUrl, max: 2 });
  return {
    platform: {
      app: database.as('app').db,
      host: database.as('host').db,
      auth: database.as('auth').db,
      queue,
      warehouse: engine.as('portal'),
      exports: engine.as('export'),
    },
    jobs: engine.jobs,
    owner: owner.db,
    config: {
      appUrl: database.urls.app,
      hostUrl: database.urls.host,
      authUrl: database.urls.auth,
      queueUrl: database.urls.queue,
      warehouseUrl: stores.warehouse.url,
      portalUser: 'portal',
      portalToken: stores.warehouse.tokens.portal,
      exportUser: 'export',
      exportToken: stores.warehouse.tokens.export,
      secret: 'a secret of the tests, long enough',
      portalAddress: 'http://portal.test',
      campaignsAddress: 'http://campaigns.test',
      localMailbox: false,
    },
    drop: async () => {
      await queue.stop({ graceful: false });
      await owner.close();
      await Promise.all([engine.drop(), database.drop()]);
    },
  };
}
