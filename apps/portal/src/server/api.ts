import { type ApiServer, createApiServer } from '@ascent/api';
import { platformConfig } from '@/env';

// On globalThis: a reload in development evaluates this module again, the connections stay.
const kept = globalThis as { ascentApi?: Promise<ApiServer> };

/** The back end of this process, connected by the first request. */
export function api(): Promise<ApiServer> {
  kept.ascentApi ??= connect();
  return kept.ascentApi;
}

async function connect(): Promise<ApiServer> {
  const config = platformConfig();
  try {
    return await createApiServer(config, config.portalAddress);
  } catch (cause) {
    kept.ascentApi = undefined;
    throw cause;
  }
}
