import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectQueue } from '@ascent/db';
import { freshDatabase } from '@ascent/db/testing';
import { type Actor, ensureQueues, type Platform } from '@ascent/services';
import { freshWarehouse, type WarehouseAddress } from '@ascent/warehouse/testing';
import { fillSample } from './fill-sample';
import { sampleMarket, usersOf } from './sample-market';

/** The sample's two months in private databases, through the same door as anyone's. */
export type TestMonth = Awaited<ReturnType<typeof openTestMonth>>;

export const TEST_PERIOD = '2026-10';
export const TEST_PREVIOUS = '2026-09';

export async function openTestMonth(
  stores: { postgresUrl: string; warehouse: WarehouseAddress },
  accounts = 1200,
) {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-month-'));
  const database = await freshDatabase(stores.postgresUrl);
  const engine = await freshWarehouse(stores.warehouse);
  const [host, app, auth] = (['host', 'app', 'auth'] as const).map((role) => database.as(role).db);
  const queue = await connectQueue({ url: database.urls.queue, supervise: false });
  await ensureQueues(queue);
  const platform: Platform = {
    app: app!,
    host: host!,
    auth: auth!,
    queue,
    warehouse: engine.as('portal'),
    exports: engine.as('export'),
  };
  const files = join(folder, 'files');
  await fillSample(
    { host: host!, auth: auth!, warehouse: engine.jobs },
    { folder: files, accounts, period: TEST_PERIOD, password: 'a password of the tests' },
    () => undefined,
  );
  return {
    folder,
    files,
    platform,
    /** As the month itself reads and writes. */
    jobs: engine.jobs,
    users: usersOf(sampleMarket(accounts, TEST_PERIOD)),
    close: async () => {
      await queue.stop({ graceful: false });
      await engine.drop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody of a partner; by default the whole organisation, every column. */
export function partnerActor(partnerId: string, rights: Partial<Actor> = {}): Actor {
  return {
    userId: 'u-1',
    name: 'Ada',
    email: 'ada@partner.example',
    partnerId,
    partnerName: partnerId,
    kind: 'partner',
    locations: '*',
    seesSensitive: true,
    runsCampaigns: true,
    isAdmin: false,
    via: null,
    ...rights,
  };
}
