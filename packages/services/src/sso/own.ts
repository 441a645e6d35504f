import { type Tx, tables, withTenant } from '@ascent/db';
import { and, eq } from 'drizzle-orm';
import { type AuditEvent, appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound } from '../errors';

export type SsoRow = typeof tables.ssoProvider.$inferSelect;

export const ownSso = ({ actor }: Context, id: string) =>
  and(eq(tables.ssoProvider.organizationId, actor.partnerId), eq(tables.ssoProvider.providerId, id));

/** One of the organisation's own; another's is not there. Locked, when it is about to be changed. */
export async function findOwnSso(context: Context, id: string, tx?: Tx): Promise<SsoRow> {
  const { ssoProvider } = tables;
  const query = (tx ?? context.platform.auth).select().from(ssoProvider).where(ownSso(context, id));
  const [row] = await (tx ? query.for('update') : query);
  if (!row) throw notFound('the single sign-on');
  return row;
}

/** Sign-in's tables lie under a role of their own, so the record of a change follows it. */
export async function recordSso(
  { platform, actor }: Context,
  event: Pick<AuditEvent, 'action' | 'subject' | 'detail'>,
): Promise<void> {
  await withTenant(platform.app, actor.partnerId, (tx) =>
    appendAudit(tx, { partnerId: actor.partnerId, actor: actor.userId, ...event }),
  );
}
