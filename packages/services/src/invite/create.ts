import { randomUUID } from 'node:crypto';
import { type Tx, tables, withTenant } from '@ascent/db';
import { inviteMail } from '@ascent/email';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import { appendAudit } from '../audit/append';
import type { Context, Platform } from '../context';
import { ServiceError } from '../errors';
import { queueMail } from '../mail/queue';
import { WHOLE_ORGANISATION } from '../user/role';
import { NewInvite } from './schemas';
import { INVITE_HOURS, newToken } from './token';

/** Invites somebody into the admin's own organisation; an earlier invitation of the address ends with it. */
export async function createInvite(
  context: Context,
  input: NewInvite,
  portalAddress: string,
): Promise<{ id: string; expiresAt: string }> {
  const { platform, actor } = context;
  await requireAdmin(context);
  const { email, name, roles } = NewInvite.parse(input);
  if (await isMember(platform, actor.partnerId, email))
    throw new ServiceError(
      'conflict',
      `${email} belongs to the organisation already; change the access instead`,
    );
  const { token, tokenHash } = newToken();
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + INVITE_HOURS * 3_600_000);
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    await checkScopes(tx, actor.partnerId, roles);
    await revokeEarlier(tx, actor.partnerId, email);
    await tx.insert(tables.invite).values({
      id,
      partnerId: actor.partnerId,
      email,
      name,
      roles,
      tokenHash,
      invitedBy: actor.userId,
      expiresAt,
    });
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'invite.create',
      subject: id,
      detail: { email, roles },
    });
  });
  const url = new URL(`/invitation/${token}`, portalAddress).href;
  const said = { name, inviter: actor.name, organisation: actor.partnerName, hours: INVITE_HOURS, url };
  await queueMail(platform.queue, { to: email, ...inviteMail(said) });
  return { id, expiresAt: expiresAt.toISOString() };
}

/** Every place has to be the organisation's own; one that is another's does not exist here. */
async function checkScopes(tx: Tx, partnerId: string, roles: NewInvite['roles']): Promise<void> {
  const { location } = tables;
  const places = [...new Set(roles.map(({ scope }) => scope))].filter(
    (scope) => scope !== WHOLE_ORGANISATION,
  );
  if (places.length === 0) return;
  const found = await tx
    .select({ id: location.locationId })
    .from(location)
    .where(and(eq(location.partnerId, partnerId), inArray(location.locationId, places)));
  const missing = places.find((place) => !found.some(({ id }) => id === place));
  if (missing) throw new ServiceError('invalid', `there is no location ${missing}`);
}

async function revokeEarlier(tx: Tx, partnerId: string, email: string): Promise<void> {
  const { invite } = tables;
  // Two admins at once would both leave theirs open.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invite:${partnerId}:${email}`}, 0))`);
  await tx
    .update(invite)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(invite.partnerId, partnerId),
        eq(invite.email, email),
        isNull(invite.acceptedAt),
        isNull(invite.revokedAt),
      ),
    );
}

async function isMember({ auth }: Platform, partnerId: string, email: string): Promise<boolean> {
  const { member, user } = tables;
  const found = await auth
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, partnerId), eq(user.email, email)));
  return found.length > 0;
}
