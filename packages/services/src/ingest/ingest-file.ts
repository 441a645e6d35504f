import { createHash } from 'node:crypto';
import type { Db } from '@ascent/db';
import { type FeedName, Mapping } from '@ascent/schemas';
import {
  clearRejects,
  commitStaging,
  createStaging,
  dropStaging,
  fillStaging,
  fillStagingWithLines,
  type Load,
  type LoadCounts,
  MappingError,
  type Reject,
  rollBackLoad,
  type Warehouse,
  WarehouseError,
} from '@ascent/warehouse';
import { appendAudit } from '../audit/append';
import { ServiceError } from '../errors';
import { type FeedFile, feedBody, openFeedFile } from './file';
import { lenientRows } from './lenient-rows';
import { beginLoad, earlierLoads, finishLoad, forgetLoad } from './load-log';

export type IngestOptions = {
  db: Db;
  warehouse: Warehouse;
  feed: FeedName;
  path: string;
  mapping?: unknown;
  /** Counts and reasons as they would be, nothing kept. */
  dryRun?: boolean;
  onStage?: (stage: 'reading' | 'checking' | 'done') => void;
};

export type IngestOutcome = LoadCounts & { feed: FeedName; file: string; load: number; rejects: string };

/** One file into its feed. The same file again changes nothing; a killed run is simply run again. */
export async function ingestFile(options: IngestOptions): Promise<IngestOutcome> {
  const { db, warehouse, feed, dryRun } = options;
  const mapping = readMapping(options.mapping);
  options.onStage?.('reading');
  const file = await openFeedFile(options.path);
  const mappingSha256 = mapping ? createHash('sha256').update(JSON.stringify(mapping)).digest('hex') : '';
  const row = await beginLoad(db, { feed, sha256: file.sha256, mappingSha256 }, file.name);
  const outcome = { feed, file: file.name, load: row.seq, rejects: `rejected_rows of load ${row.seq}` };
  if (row.status === 'done') {
    const { read, rejected } = row;
    return { ...outcome, read, accepted: 0, rejected, unchanged: read - rejected };
  }
  const earlier = await earlierLoads(db, feed, row.seq);
  const load: Load = { feed, seq: row.seq, fileName: file.name, headers: file.headers, mapping, earlier };
  try {
    const shaped = await stage(warehouse, load, file);
    options.onStage?.('checking');
    const counts = await commitStaging(warehouse, load, shaped.rejects);
    if (dryRun) await undo(options, load);
    else await finish(db, load, counts);
    options.onStage?.('done');
    return { ...outcome, ...counts };
  } catch (cause) {
    if (cause instanceof MappingError) {
      await forgetLoad(db, row.seq);
      throw new ServiceError('invalid', `${file.name}: ${cause.message}`, { cause });
    }
    throw cause;
  } finally {
    await dropStaging(warehouse, load).catch(() => undefined);
  }
}

/** The engine reads the file itself; only where it cannot, rows are read one by one so that only bad ones are lost. */
async function stage(warehouse: Warehouse, load: Load, file: FeedFile): Promise<{ rejects: Reject[] }> {
  await createStaging(warehouse, load);
  try {
    await fillStaging(warehouse, load, feedBody(file));
    return { rejects: [] };
  } catch (cause) {
    if (!(cause instanceof WarehouseError) || cause.code === null) throw cause;
  }
  await createStaging(warehouse, load);
  const rejects: Reject[] = [];
  await fillStagingWithLines(
    warehouse,
    load,
    lenientRows(file, (reject) => rejects.push(reject)),
  );
  return { rejects };
}

async function finish(db: Db, load: Load, counts: LoadCounts): Promise<void> {
  await finishLoad(db, load.seq, counts);
  await db.transaction((tx) =>
    appendAudit(tx, {
      partnerId: 'host',
      actor: 'system:ingest',
      action: 'feed.load',
      subject: `${load.feed}:${load.seq}`,
      detail: { file: load.fileName, ...counts },
    }),
  );
}

async function undo({ db, warehouse }: IngestOptions, load: Load): Promise<void> {
  await rollBackLoad(warehouse, load);
  await clearRejects(warehouse, load.seq);
  await forgetLoad(db, load.seq);
}

function readMapping(document: unknown): Mapping | null {
  if (document === undefined) return null;
  const parsed = Mapping.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ServiceError('invalid', `the mapping: ${issue!.path.join('.') || 'document'}: ${issue!.message}`);
}
