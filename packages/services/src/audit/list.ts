import { tables, withTenant } from '@ascent/db';
import { and, desc, eq, gte, ilike, inArray, lt, lte, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireAdmin } from '../access/require-admin';
import type { Context } from '../context';
import { PlainText } from '../plain-text';

const PAGE = 50;

export const AuditQuery = z.object({
  /** Part of an action, a subject, or what is in the detail. */
  search: PlainText.max(100).default(''),
  actions: z.array(z.string().max(60)).max(30).default([]),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Entries before this number. */
  before: z.int().positive().optional(),
});

export type AuditLine = {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  /** The name of the subject, where it is a person. */
  subjectName: string | null;
  detail: Record<string, unknown>;
};
export type AuditPage = { entries: AuditLine[]; next: number | null; actions: string[] };

/** The organisation's own log, newest first. */
export async function listAudit(context: Context, input: z.input<typeof AuditQuery>): Promise<AuditPage> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { search, actions, from, until, before } = AuditQuery.parse(input);
  const entry = tables.auditEntry;
  const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const tests = [
    search
      ? or(ilike(entry.action, like), ilike(entry.subject, like), ilike(sql`${entry.detail}::text`, like))
      : undefined,
    actions.length > 0 ? inArray(entry.action, actions) : undefined,
    from ? gte(entry.at, new Date(`${from}T00:00:00Z`)) : undefined,
    until ? lte(entry.at, new Date(`${until}T23:59:59.999Z`)) : undefined,
    before ? lt(entry.seq, before) : undefined,
  ];
  const [rows, kinds] = await withTenant(platform.app, actor.partnerId, async (tx) => [
    await tx
      .select()
      .from(entry)
      .where(and(...tests))
      .orderBy(desc(entry.seq))
      .limit(PAGE + 1),
    await tx.selectDistinct({ action: entry.action }).from(entry).orderBy(entry.action),
  ]);
  const names = await namesOf(
    context,
    rows.flatMap((row) => [row.actor, row.subject]),
  );
  const shown = rows.slice(0, PAGE);
  return {
    entries: shown.map((row) => ({
      ...{
        seq: row.seq,
        at: row.at.toISOString(),
        action: row.action,
        subject: row.subject,
        detail: row.detail,
      },
      actor: names.get(row.actor) ?? row.actor,
      subjectName: names.get(row.subject) ?? null,
    })),
    next: rows.length > PAGE ? shown.at(-1)!.seq : null,
    actions: kinds.map(({ action }) => action),
  };
}

/** Names of people of this organisation; anybody else stays an id. */
async function namesOf({ platform, actor }: Context, ids: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await platform.auth
    .select({ id: tables.user.id, name: tables.user.name })
    .from(tables.user)
    .innerJoin(tables.member, eq(tables.member.userId, tables.user.id))
    .where(and(inArray(tables.user.id, wanted), eq(tables.member.organizationId, actor.partnerId)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
