import { type Tx, tables } from '@ascent/db';
import { desc, eq, sql } from 'drizzle-orm';
import { auditHash } from './entry';

export type AuditEvent = {
  /** The organisation whose chain it is; 'host' for the host's own. */
  partnerId: string;
  actor: string;
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
};

/** Adds one entry to the organisation's chain, in the transaction of the act itself. */
export async function appendAudit(tx: Tx, event: AuditEvent): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${event.partnerId}`}, 0))`);
  const { auditEntry } = tables;
  const [last] = await tx
    .select({ seq: auditEntry.seq, hash: auditEntry.hash })
    .from(auditEntry)
    .where(eq(auditEntry.partnerId, event.partnerId))
    .orderBy(desc(auditEntry.seq))
    .limit(1);
  const at = new Date();
  const fields = {
    ...event,
    detail: asStored(event.detail ?? {}),
    seq: (last?.seq ?? 0) + 1,
    at: at.toISOString(),
    previousHash: last?.hash ?? '',
  };
  await tx.insert(auditEntry).values({ ...fields, at, hash: auditHash(fields) });
}

/** As JSON gives it back, without what it has no word for: the hash is checked against that. */
function asStored(detail: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(detail)) as Record<string, unknown>;
}
