import { createHash } from 'node:crypto';
import { type Db, tables, withTenant } from '@ascent/db';
import { Cluster } from '@ascent/schemas';
import { tenantReader, type Warehouse } from '@ascent/warehouse';
import { eq } from 'drizzle-orm';
import { FreezeAudience } from '../jobs';
import { releaseById } from '../release/shown';
import { audienceConditions } from './conditions';

/** Writes the audience's accounts from its release; running it again gives the same rows. */
export async function freezeAudience(
  { db, warehouse }: { db: Db; warehouse: Warehouse },
  payload: unknown,
): Promise<void> {
  const { audienceId, partnerId, locations } = FreezeAudience.parse(payload);
  const read = await withTenant(db, partnerId, (tx) =>
    tx.select().from(tables.audience).where(eq(tables.audience.id, audienceId)),
  );
  const [audience] = read;
  if (!audience || audience.status === 'ready') return;
  const release = await releaseById(db, audience.releaseId);
  const cohort = release.catalogue.cohorts.find((each) => each.id === audience.cohortId)!;
  const reader = tenantReader(warehouse, { partnerId, locations });
  const clusterColumn = `${cohort.product}Cluster`;
  const clusters = audience.clusters.map((each) => Cluster.parse(each));
  const accounts = await reader.freeze({
    audienceId,
    releaseId: audience.releaseId,
    clusterColumn,
    codeColumn: `${cohort.product}Code`,
    where: audienceConditions(release, { cohort: cohort.id, clusters }),
  });
  const rows = await reader.audience(audienceId);
  const contentHash = createHash('sha256')
    .update(rows.map((row) => row.account_id).join('\n'))
    .digest('hex');
  await withTenant(db, partnerId, (tx) =>
    tx
      .update(tables.audience)
      .set({ status: 'ready', accounts, contentHash })
      .where(eq(tables.audience.id, audienceId)),
  );
}
