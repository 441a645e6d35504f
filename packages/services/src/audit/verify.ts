import { type Db, tables } from '@ascent/db';
import { asc } from 'drizzle-orm';
import { auditHash } from './entry';

export type AuditVerdict = {
  entries: number;
  chains: number;
  broken: { partnerId: string; seq: number; why: string }[];
};

/** Walks every chain; needs a connection that may read all organisations. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const { auditEntry } = tables;
  const entries = await db.select().from(auditEntry).orderBy(asc(auditEntry.partnerId), asc(auditEntry.seq));
  const broken: AuditVerdict['broken'] = [];
  const last = new Map<string, { seq: number; hash: string }>();
  for (const entry of entries) {
    const before = last.get(entry.partnerId) ?? { seq: 0, hash: '' };
    const at = { partnerId: entry.partnerId, seq: entry.seq };
    if (entry.seq !== before.seq + 1) broken.push({ ...at, why: 'an entry before it is missing' });
    if (entry.previousHash !== before.hash)
      broken.push({ ...at, why: 'it does not follow the entry before it' });
    if (auditHash({ ...entry, at: entry.at.toISOString() }) !== entry.hash)
      broken.push({ ...at, why: 'its content was changed' });
    last.set(entry.partnerId, { seq: entry.seq, hash: entry.hash });
  }
  return { entries: entries.length, chains: last.size, broken };
}
