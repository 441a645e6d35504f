import { createHash } from 'node:crypto';
import type { Db, Tx } from '@ascent/db';
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
  listRejects,
  MappingError,
  type Reject,
  type RejectedRow,
  rollBackLoad,
  type Warehouse,
  WarehouseError,
} from '@ascent/warehouse';
import { appendAudit } from '../audit/append';
import { ServiceError } from '../errors';
import { type FeedFile, feedBody, openFeedFile, unreadable } from './file';
import { lenientRows } from './lenient-rows';
import { beginLoad, earlierLoads, finishLoad, forgetLoad, holdLoad, type LoadRow } from './load-log';

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

export type IngestOutcome = LoadCounts & {
  feed: FeedName;
  file: string;
  load: number;
  rejects: string;
  /** Of a dry run: the first rejected rows, as nothing of it is kept. */
  examples?: RejectedRow[];
};

/** One file into its feed. The same file again changes nothing; a killed run is simply run again. */
export async function ingestFile(options: IngestOptions): Promise<IngestOutcome> {
  const { db, feed } = options;
  const mapping = readMapping(options.mapping);
  options.onStage?.('reading');
  const file = await openFeedFile(options.path);
  const mappingSha256 = mapping ? createHash('sha256').update(JSON.stringify(mapping)).digest('hex') : '';
  for (;;) {
    const { seq } = await beginLoad(db, { feed, sha256: file.sha256, mappingSha256 }, file.name);
    try {
      const counts = await holdLoad(db, seq, (tx, row) =>
        row.status === 'done' ? asBefore(row) : loadFile(options, { tx, seq, file, mapping }),
      );
      if (counts)
        return { feed, file: file.name, load: seq, rejects: `rejected_rows of load ${seq}`, ...counts };
    } catch (cause) {
      if (cause instanceof ServiceError) await forgetLoad(db, seq);
      throw cause;
    }
  }
}

const EXAMPLES = 20;

async function asBefore({ read, rejected }: LoadRow): Promise<LoadCounts & Pick<IngestOutcome, 'examples'>> {
  return { read, accepted: 0, rejected, unchanged: read - rejected };
}

type Held = { tx: Tx; seq: number; file: FeedFile; mapping: Mapping | null };

/** Everything that a run does while it holds the load; the row of the load and its audit entry become true together. */
async function loadFile(
  { warehouse, feed, dryRun, onStage }: IngestOptions,
  { tx, seq, file, mapping }: Held,
): Promise<LoadCounts & Pick<IngestOutcome, 'examples'>> {
  const earlier = await earlierLoads(tx, feed, seq);
  const load: Load = { feed, seq, fileName: file.name, headers: file.headers, mapping, earlier };
  try {
    const misshapen = await stage(warehouse, load, file);
    onStage?.('checking');
    const counts = await commitStaging(warehouse, load, misshapen);
    const examples = dryRun ? await listRejects(warehouse, seq, EXAMPLES) : null;
    await (dryRun ? undo(tx, warehouse, load) : finish(tx, load, counts));
    onStage?.('done');
    return examples ? { ...counts, examples } : counts;
  } catch (cause) {
    if (cause instanceof MappingError)
      throw new ServiceError('invalid', `${file.name}: ${cause.message}`, { cause });
    throw cause;
  } finally {
    await dropStaging(warehouse, load).catch(() => undefined);
  }
}

/** The engine reads the file itself; only where it cannot, rows are read one by one so that only bad ones are lost. */
async function stage(warehouse: Warehouse, load: Load, file: FeedFile): Promise<Reject[]> {
  await createStaging(warehouse, load);
  const body = feedBody(file);
  const broken: Error[] = [];
  body.on('error', (cause) => broken.push(cause));
  try {
    await fillStaging(warehouse, load, body);
    return [];
  } catch (cause) {
    if (broken[0]) throw unreadable(file.name, broken[0]);
    if (!(cause instanceof WarehouseError) || cause.code === null) throw cause;
  } finally {
    body.destroy();
  }
  await createStaging(warehouse, load);
  const rejects: Reject[] = [];
  await fillStagingWithLines(
    warehouse,
    load,
    lenientRows(file, (reject) => rejects.push(reject)),
  );
  return rejects;
}

async function finish(tx: Tx, load: Load, counts: LoadCounts): Promise<void> {
  await finishLoad(tx, load.seq, counts);
  await appendAudit(tx, {
    partnerId: 'host',
    actor: 'system:ingest',
    action: 'feed.load',
    subject: `${load.feed}:${load.seq}`,
    detail: { file: load.fileName, ...counts },
  });
}

async function undo(tx: Tx, warehouse: Warehouse, load: Load): Promise<void> {
  await rollBackLoad(warehouse, load);
  await clearRejects(warehouse, load.seq);
  await forgetLoad(tx, load.seq);
}

function readMapping(document: unknown): Mapping | null {
  if (document === undefined) return null;
  const parsed = Mapping.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ServiceError('invalid', `the mapping: ${issue!.path.join('.') || 'document'}: ${issue!.message}`);
}
