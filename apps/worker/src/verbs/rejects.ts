import { listLoads, ServiceError } from '@ascent/services';
import { listRejects, type RejectedRow } from '@ascent/warehouse';
import { UsageError, type Verb, wholeNumber } from '../cli/verb';

export const rejects: Verb = {
  name: 'rejects',
  usage: 'rejects LOAD [--limit N]',
  about: 'rows of a load that were not taken: file, line, column and reason',
  options: { limit: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => {
    const load = Number(given.positionals[0]);
    if (!Number.isSafeInteger(load)) throw new UsageError('LOAD is the number that ingest told');
    if (!(await listLoads(stores.host)).some((each) => each.seq === load))
      throw new ServiceError('not-found', `there is no load ${load}`);
    return { load, rows: await listRejects(stores.warehouse, load, wholeNumber(given, 'limit', 100)) };
  },
  say: ({ rows }) => (rows as RejectedRow[]).map(rejectText).join('\n') || 'no row was rejected',
};

/** One rejected row as a line. */
export function rejectText({ file, line, column, reason, value }: RejectedRow): string {
  return `${file}:${line}: ${column}: ${reason}: ${value}`;
}
