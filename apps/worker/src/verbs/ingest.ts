import { readFile } from 'node:fs/promises';
import { FeedName } from '@ascent/schemas';
import { ServiceError } from '@ascent/services';
import { optional, UsageError, type Verb } from '../cli/verb';
import { ingestInto } from '../sample/ingest-into';

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
    return ingestInto(stores, {
      feed: feed.data,
      path,
      mapping: mapping === undefined ? undefined : await readJson(mapping),
      dryRun: given.options['dry-run'] === true,
      onStage: (stage) => progress(`${name}: ${stage}`),
    });
  },
  say: (result) =>
    `${result.file}: read ${result.read}, accepted ${result.accepted}, rejected ${result.rejected}, unchanged ${result.unchanged}${Number(result.rejected) > 0 ? `; reasons: ascent rejects ${result.load}` : ''}`,
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
