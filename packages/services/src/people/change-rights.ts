import { type Tx, tables, withTenant } from '@ascent/db';
import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireAdmin } from '../access/require-admin';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound, ServiceError } from '../errors';
import { Role, WHOLE_ORGANISATION } from '../user/role';

export const NewRights = z.object({
  userId: z.string().min(1).max(100),
  /** All that the person may do from now on; managing people is for the whole organisation only. */
  grants: z
    .array(z.object({ role: Role.exclude(['host-staff']), scope: z.string().min(1).max(100) }))
    .max(500),
});
export type NewRights = z.infer<typeof NewRights>;

/** Replaces what a person may do; it holds from the person's next request. */
export async function changeRights(context: Context, input: NewRights): Promise<void> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { userId, grants } = NewRights.parse(input);
  await requireMember(context, userId);
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    await oneAtATime(tx, actor.partnerId);
    await requireOwnPlaces(tx, grants);
    const { roleGrant } = tables;
    const own = and(eq(roleGrant.userId, userId), ne(roleGrant.role, 'host-staff'));
    const before = await tx.delete(roleGrant).where(own).returning();
    const rows = distinct(grants).map((grant) => ({ partnerId: actor.partnerId, userId, ...grant }));
    if (rows.length > 0) await tx.insert(roleGrant).values(rows);
    await requireAnAdmin(tx);
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'user.rights',
      subject: userId,
      detail: { before: before.map(({ role, scope }) => ({ role, scope })), after: distinct(grants) },
    });
  });
}

/** The person belongs to the organisation no more; what they made stays. */
export async function removePerson(context: Context, userId: string): Promise<void> {
  await requireAdmin(context);
  const { platform, actor } = context;
  await requireMember(context, userId);
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    await oneAtATime(tx, actor.partnerId);
    await tx.delete(tables.roleGrant).where(eq(tables.roleGrant.userId, userId));
    await requireAnAdmin(tx);
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'user.remove',
      subject: userId,
      detail: {},
    });
  });
  // After the rights are gone: whoever is a member without rights sees nothing.
  await platform.auth
    .delete(tables.member)
    .where(and(eq(tables.member.userId, userId), eq(tables.member.organizationId, actor.partnerId)));
}

async function requireMember({ platform, actor }: Context, userId: string): Promise<void> {
  const [found] = await platform.auth
    .select({ id: tables.member.id })
    .from(tables.member)
    .where(and(eq(tables.member.userId, userId), eq(tables.member.organizationId, actor.partnerId)));
  if (!found) throw notFound('the person');
}

/** Two admins who take each other's rights at once would leave none. */
async function oneAtATime(tx: Tx, partnerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rights:${partnerId}`}, 0))`);
}

async function requireOwnPlaces(tx: Tx, grants: NewRights['grants']): Promise<void> {
  const known = await tx.select({ id: tables.location.locationId }).from(tables.location);
  for (const { role, scope } of grants) {
    if (scope !== WHOLE_ORGANISATION && !known.some(({ id }) => id === scope))
      throw new ServiceError('invalid', `there is no location ${scope}`);
    if (role === 'account-admin' && scope !== WHOLE_ORGANISATION)
      throw new ServiceError('invalid', 'account-admin: is for the whole organisation');
  }
}

async function requireAnAdmin(tx: Tx): Promise<void> {
  const { roleGrant } = tables;
  const [left] = await tx
    .select()
    .from(roleGrant)
    .where(and(eq(roleGrant.role, 'account-admin'), eq(roleGrant.scope, WHOLE_ORGANISATION)))
    .limit(1);
  if (!left) throw new ServiceError('conflict', 'somebody has to stay account admin');
}

function distinct(grants: NewRights['grants']): NewRights['grants'] {
  return [...new Map(grants.map((grant) => [`${grant.role} ${grant.scope}`, grant])).values()];
}
