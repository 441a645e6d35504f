import { tables, withTenant } from '@ascent/db';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../context';
import { notFound } from '../errors';

export type AudienceLine = {
  id: string;
  name: string;
  cohortId: string;
  releaseId: string;
  clusters: string[];
  status: string;
  accounts: number;
  contentHash: string;
  createdAt: string;
};

export async function listAudiences({ platform, actor }: Context): Promise<AudienceLine[]> {
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.audience).orderBy(desc(tables.audience.createdAt)).limit(200),
  );
  return rows.map(toLine);
}

export async function getAudience({ platform, actor }: Context, id: string): Promise<AudienceLine> {
  const [row] = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.audience).where(eq(tables.audience.id, id)),
  );
  if (!row) throw notFound('the audience');
  return toLine(row);
}

function toLine(row: typeof tables.audience.$inferSelect): AudienceLine {
  const { id, name, cohortId, releaseId, clusters, status, accounts, contentHash } = row;
  return {
    id,
    name,
    cohortId,
    releaseId,
    clusters,
    status,
    accounts,
    contentHash,
    createdAt: row.createdAt.toISOString(),
  };
}
