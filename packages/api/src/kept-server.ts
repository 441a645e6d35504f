import type { PlatformConfig } from '@ascent/services';
import { type ApiServer, createApiServer } from './server';

// On globalThis: a reload in development evaluates this module again, the connections stay.
const kept = globalThis as { ascentApi?: Promise<ApiServer> };

/** The back end of this process, connected by the first request; a failed one leaves the next to try again. */
export function keptApiServer(read: () => { config: PlatformConfig; address: string }): Promise<ApiServer> {
  kept.ascentApi ??= connect(read);
  return kept.ascentApi;
}

async function connect(read: Parameters<typeof keptApiServer>[0]): Promise<ApiServer> {
  try {
    const { config, address } = read();
    return await createApiServer(config, address);
  } catch (cause) {
    kept.ascentApi = undefined;
    throw cause;
  }
}
