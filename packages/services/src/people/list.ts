import { tables, withTenant } from '@ascent/db';
import { eq, max } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import type { Context } from '../context';

export type PersonGrant = { role: string; scope: string };
export type PersonLine = {
  userId: string;
  name: string;
  email: string;
  grants: PersonGrant[];
  lastSeenAt: string | null;
  twoFactor: boolean;
  passkeys: number;
  singleSignOn: boolean;
  isMe: boolean;
};

/** The people of the organisation, by name, with what each may do and how each signs in. */
export async function listPeople(context: Context): Promise<PersonLine[]> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { member, user, session, passkey, account } = tables;
  const mine = eq(member.organizationId, actor.partnerId);
  const [people, seen, keys, ways, grants] = await Promise.all([
    platform.auth.select({ user }).from(member).innerJoin(user, eq(user.id, member.userId)).where(mine),
    platform.auth
      .select({ userId: session.userId, at: max(session.updatedAt) })
      .from(session)
      .innerJoin(member, eq(member.userId, session.userId))
      .where(mine)
      .groupBy(session.userId),
    platform.auth
      .select({ userId: passkey.userId })
      .from(passkey)
      .innerJoin(member, eq(member.userId, passkey.userId))
      .where(mine),
    platform.auth
      .select({ userId: account.userId, provider: account.providerId })
      .from(account)
      .innerJoin(member, eq(member.userId, account.userId))
      .where(mine),
    withTenant(platform.app, actor.partnerId, (tx) => tx.select().from(tables.roleGrant)),
  ]);
  return people
    .map(({ user: person }) => ({
      ...{ userId: person.id, name: person.name, email: person.email, twoFactor: person.twoFactorEnabled },
      grants: grants
        .filter((grant) => grant.userId === person.id)
        .map(({ role, scope }) => ({ role, scope }))
        .sort((a, b) => a.role.localeCompare(b.role) || a.scope.localeCompare(b.scope)),
      lastSeenAt: seen.find((each) => each.userId === person.id)?.at?.toISOString() ?? null,
      passkeys: keys.filter((each) => each.userId === person.id).length,
      singleSignOn: ways.some((each) => each.userId === person.id && each.provider !== 'credential'),
      isMe: person.id === actor.userId,
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.email.localeCompare(b.email));
}
