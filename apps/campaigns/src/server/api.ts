import { type ApiServer, keptApiServer } from '@ascent/api';
import { platformConfig } from '@/env';

export function api(): Promise<ApiServer> {
  return keptApiServer(() => {
    const config = platformConfig();
    return { config, address: config.campaignsAddress };
  });
}
