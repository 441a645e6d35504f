import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedName } from '@ascent/schemas';
import { latestRows, listRejects } from '@ascent/warehouse';
import { z } from 'zod';
import { type IngestOptions, ingestFile } from '../ingest/ingest-file';
import { collectInputs } from '../release/inputs';
import type { TestPlatform } from './platform';

type Given = { name?: string; feed?: FeedName } & Pick<IngestOptions, 'mapping' | 'dryRun'>;

/** Files in a folder of their own and the way they go into a feed; `accounts` unless told otherwise. */
export async function feedFiles({ platform, jobs }: Pick<TestPlatform, 'platform' | 'jobs'>) {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-feeds-'));
  let written = 0;
  const write = async (content: string | Buffer, name = `file-${++written}.csv`) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const ingestPath = (path: string, { feed = 'accounts', mapping, dryRun }: Given = {}) =>
    ingestFile({ db: platform.host, warehouse: jobs, feed, path, mapping, dryRun });
  return {
    write,
    ingestPath,
    ingest: async (content: string | Buffer, given: Given = {}) =>
      ingestPath(await write(content, given.name), given),
    /** What the feed says now, by its key. */
    rows: async (feed: FeedName, columns: string) => {
      const { inputs } = await collectInputs(platform.host);
      const sql = `SELECT ${columns} FROM ${latestRows(feed, inputs[feed])} ORDER BY ${columns}`;
      const found = await jobs.query({ sql, schema: z.record(z.string(), z.any()) });
      return found.map((row) => Object.values(row));
    },
    rejects: (load: number) => listRejects(jobs, load, 1000),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
