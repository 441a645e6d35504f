import { readFile } from 'node:fs/promises';
import { FeedName } from '@ascent/schemas';
import { type IngestOutcome, ServiceError } from '@ascent/services';
import { optional, UsageError, type Verb } from '../cli/verb';
import { ingestInto } from '../sample/ingest-into';
import { rejectText } from './rejects';

export const ingest: Verb = {
  name: 'ingest',
  usage: 'ingest FEED FILE [--mapping M.json] [--dry-run]',
  about: `one file (.csv, .csv.gz) into a feed: ${FeedName.options.join(', ')}`,
  options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  positionals: { min: 2, max: 2 },
  stores: true,
  run: async (given, progress, stores) => {
    const [name, path] = given.positionals as [string, string];
    const feed = FeedName.safeParse(name);
    if (!feed.success)
      throw new UsageError(`there is no feed "${name}"; the feeds are ${FeedName.options.join(', ')}`);
    const mapping = optional(given, 'mapping');
    const dryRun = given.options['dry-run'] === true;
    return ingestInto(stores, {
      feed: feed.data,
      path,
      mapping: mapping === undefined ? undefined : await readJson(mapping),
      dryRun,
      onStage: (stage) => progress(`${name}: ${stage}`),
    });
  },
  say: (result) => {
    const { file, read, accepted, rejected, unchanged, load, examples } = result as IngestOutcome;
    const counts = `${file}: read ${read}, accepted ${accepted}, rejected ${rejected}, unchanged ${unchanged}`;
    if (rejected === 0) return counts;
    // A dry run keeps nothing: what can be told is told now.
    if (examples) return [counts, ...examples.map(rejectText)].join('\n');
    return `${counts}; reasons: ascent rejects ${load}`;
  },
};

export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ServiceError('not-found', `${path}: there is no such file`);
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('invalid', `${path}: ${(cause as Error).message}`);
  }
}
