import { connectDatabase, connectQueue } from '@ascent/db';
import { connectWarehouse } from '@ascent/warehouse';
import { z } from 'zod';
import type { Platform } from '../context';
import { ensureQueues } from '../jobs';

/** Where an app finds its stores; the supervisor hands it over in the environment. */
export const PlatformConfig = z.object({
  appUrl: z.string(),
  hostUrl: z.string(),
  authUrl: z.string(),
  queueUrl: z.string(),
  warehouseUrl: z.string(),
  portalUser: z.string(),
  portalToken: z.string(),
  exportUser: z.string(),
  exportToken: z.string(),
  secret: z.string().min(32),
  portalAddress: z.string(),
  campaignsAddress: z.string(),
  localMailbox: z.boolean(),
  /** Origins of identity providers that stand in the host's own network. */
  identityProviders: z.array(z.string()).optional(),
});
export type PlatformConfig = z.infer<typeof PlatformConfig>;

export async function connectPlatform(
  config: PlatformConfig,
): Promise<Platform & { close: () => Promise<void> }> {
  const [app, host, auth] = [config.appUrl, config.hostUrl, config.authUrl].map((url) =>
    connectDatabase({ url, max: 6 }),
  );
  const queue = await connectQueue({ url: config.queueUrl, supervise: false });
  await ensureQueues(queue);
  const warehouse = connectWarehouse({
    url: config.warehouseUrl,
    user: config.portalUser,
    password: config.portalToken,
    requestTimeoutMs: 30_000,
  });
  const exports = connectWarehouse({
    url: config.warehouseUrl,
    user: config.exportUser,
    password: config.exportToken,
  });
  return {
    app: app!.db,
    host: host!.db,
    auth: auth!.db,
    queue,
    warehouse,
    exports,
    close: async () => {
      await queue.stop({ graceful: false });
      await Promise.all([app!.close(), host!.close(), auth!.close(), warehouse.close(), exports.close()]);
    },
  };
}
