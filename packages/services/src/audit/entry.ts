import { createHash } from 'node:crypto';

export type AuditFields = {
  partnerId: string;
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  previousHash: string;
};

/** The hash of an entry binds everything in it and the entry before it. */
export function auditHash(entry: AuditFields): string {
  const { partnerId, seq, at, actor, action, subject, detail, previousHash } = entry;
  const text = JSON.stringify([partnerId, seq, at, actor, action, subject, sorted(detail), previousHash]);
  return createHash('sha256').update(text).digest('hex');
}

/** Key order is the store's affair and must not change the hash. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
