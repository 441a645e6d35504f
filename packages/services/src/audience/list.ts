import { tables, withTenant } from '@ascent/db';
import { desc, eq } from 'drizzle-orm';
import { readerOf } from '../access/reader';
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

/** Whom the organisation means to reach: its own affair, so nothing for a distributor that looks at its rows. */
export async function listAudiences(context: Context): Promise<AudienceLine[]> {
  const { platform, actor } = context;
  if (actor.via) return [];
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.audience).orderBy(desc(tables.audience.createdAt)).limit(200),
  );
  return asSeen(context, rows.map(toLine));
}

export async function getAudience(context: Context, id: string): Promise<AudienceLine> {
  const { platform, actor } = context;
  const [row] = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.audience).where(eq(tables.audience.id, id)),
  );
  if (!row || actor.via) throw notFound('the audience');
  const [line] = await asSeen(context, [toLine(row)]);
  return line!;
}

/** Whoever sees some locations only is told how many of an audience's accounts lie there. */
async function asSeen(context: Context, lines: AudienceLine[]): Promise<AudienceLine[]> {
  if (context.actor.locations === '*' || lines.length === 0) return lines;
  const sizes = await readerOf(context).audienceSizes();
  const seen = new Map(sizes.map((row) => [row.audience_id, Number(row.n)]));
  return lines.map((line) => ({ ...line, accounts: seen.get(line.id) ?? 0 }));
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
