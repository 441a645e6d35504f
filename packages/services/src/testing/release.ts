import { tables } from '@ascent/db';
import { type Catalogue, defaultCatalogue } from '@ascent/schemas';
import { addColumns } from '@ascent/warehouse';
import { rememberCatalogue } from '../release/inputs';
import { sealAndSwitch } from '../release/seal';
import type { TestPlatform } from './platform';

/** A published release without the month behind it; its rows are the test's own, over these columns of the catalogue. */
export async function publishRelease(
  { platform }: Pick<TestPlatform, 'platform'>,
  { id, catalogue = defaultCatalogue }: { id: string; catalogue?: Catalogue },
): Promise<void> {
  const db = platform.host;
  const [period, revision] = id.split('.') as [string, string];
  const row = { id, period, revision: Number(revision), status: 'running', inputsHash: id };
  await db.insert(tables.release).values({ ...row, manifest: {}, contentHash: '' });
  const manifest = {
    asOf: { score: `${period}-20`, fit: `${period}-20` },
    catalogue: { hash: await rememberCatalogue(db, catalogue) },
    models: { fit: {}, intent: {} },
  };
  await sealAndSwitch(db, { releaseId: id, previousId: null, manifest, contentHash: `hash of ${id}` });
}

/** Rows of a release, with the columns that they name. */
export async function writeReleaseRows(
  { jobs }: Pick<TestPlatform, 'jobs'>,
  rows: Record<string, unknown>[],
): Promise<void> {
  const named = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = [...named].map((name) => ({ name, type: 'LowCardinality(String)' }));
  for (const sql of addColumns('release_rows', columns)) await jobs.command({ sql, idempotent: true });
  await jobs.insertRows({ table: 'release_rows', rows });
}
