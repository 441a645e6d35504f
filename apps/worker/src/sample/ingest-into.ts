import {
  collectInputs,
  type IngestOptions,
  type IngestOutcome,
  ingestFile,
  syncPartners,
} from '@ascent/services';
import type { Stores } from '../stores/open-stores';

/** One file into its feed; partners become organisations at once. */
export async function ingestInto(
  stores: Pick<Stores, 'host' | 'auth' | 'warehouse'>,
  options: Omit<IngestOptions, 'db' | 'warehouse'>,
): Promise<IngestOutcome> {
  const { host, auth, warehouse } = stores;
  const outcome = await ingestFile({ db: host, warehouse, ...options });
  if (options.feed === 'partners' && !options.dryRun) {
    const { inputs } = await collectInputs(host);
    await syncPartners({ auth, host, warehouse, loads: inputs.partners });
  }
  return outcome;
}
