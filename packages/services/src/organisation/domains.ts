import { type Tx, tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireHost } from '../access/actor';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound } from '../errors';
import { PlainText } from '../plain-text';
import type { SsoRow } from '../sso/own';
import { markProven, requireRecord, type TxtResolver } from '../sso/proof';

export const DomainConfirmation = z.object({
  id: z.string().min(1).max(100),
  /** How the host knows that the domain is theirs, for the log. */
  reason: PlainText.min(1).max(500),
});
export type DomainConfirmation = z.infer<typeof DomainConfirmation>;

/** The host vouches for an organisation's domain without its record, and says why. */
export async function confirmDomain(context: Context, input: DomainConfirmation): Promise<void> {
  const { id, reason } = DomainConfirmation.parse(input);
  await prove(context, id, { by: 'host', reason });
}

/** The same as the organisation's admin can: by the record. */
export async function checkDomain(context: Context, id: string, resolver?: TxtResolver): Promise<void> {
  const { domain } = await findSso(context, id);
  await requireRecord({ domain, providerId: id }, resolver);
  await prove(context, id, { by: 'record' });
}

/** Nobody signs in by it any more, what was opened by it ends, and other ways to sign in work again. */
export async function takeBackDomain(context: Context, id: string): Promise<void> {
  const { auth } = context.platform;
  await findSso(context, id);
  const taken = await auth.transaction(async (tx) => {
    const row = await findSso(context, id, tx);
    const { session, ssoProvider } = tables;
    await tx
      .update(ssoProvider)
      .set({ domainVerified: false, enforced: false })
      .where(eq(ssoProvider.providerId, id));
    const ended = await tx.delete(session).where(eq(session.ssoProviderId, id)).returning({ id: session.id });
    return { row, sessionsEnded: ended.length };
  });
  const { row, sessionsEnded } = taken;
  if (row.domainVerified) await record(context, row, 'sso.unprove', { sessionsEnded });
}

async function prove(context: Context, id: string, detail: Record<string, unknown>): Promise<void> {
  await findSso(context, id);
  const row = await context.platform.auth.transaction(async (tx) => {
    const found = await findSso(context, id, tx);
    if (!found.domainVerified) await markProven(tx, found);
    return found;
  });
  if (!row.domainVerified) await record(context, row, 'sso.prove', detail);
}

/** Any partner's; the host's own is proven by its admins. Locked, when it is about to be changed. */
async function findSso({ platform, actor }: Context, id: string, tx?: Tx): Promise<SsoRow> {
  requireHost(actor);
  const { ssoProvider } = tables;
  const query = (tx ?? platform.auth).select().from(ssoProvider).where(eq(ssoProvider.providerId, id));
  const [row] = await (tx ? query.for('update') : query);
  if (!row?.organizationId || row.organizationId === 'host') throw notFound('the domain');
  return row;
}

/** In the organisation's own log and in the host's. */
async function record(
  { platform, actor }: Context,
  { organizationId, providerId, domain }: SsoRow,
  action: 'sso.prove' | 'sso.unprove',
  detail: Record<string, unknown>,
): Promise<void> {
  const said = { actor: actor.userId, action };
  const partnerId = organizationId!;
  await platform.host.transaction(async (tx) => {
    await appendAudit(tx, {
      ...{ ...said, partnerId, subject: providerId },
      detail: { domain, byHost: true, ...detail },
    });
    await appendAudit(tx, {
      ...{ ...said, partnerId: 'host', subject: partnerId },
      detail: { domain, ...detail },
    });
  });
}
