import { listRejects } from '@ascent/warehouse';
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
    return { load, rows: await listRejects(stores.warehouse, load, wholeNumber(given, 'limit', 100)) };
  },
  say: ({ rows }) =>
    (rows as Awaited<ReturnType<typeof listRejects>>)
      .map(({ file, line, column, reason, value }) => `${file}:${line}: ${column}: ${reason}: ${value}`)
      .join('\n') || 'no row was rejected',
};
