import { randomUUID } from 'node:crypto';
import { type Db, tables } from '@ascent/db';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { appendAudit } from '../audit/append';
import { ServiceError } from '../errors';
import type { Role } from './role';

export type NewUser = {
  email: string;
  name: string;
  password: string;
  partnerId: string;
  roles: { role: Role; scope: string }[];
};

/** Creates a verified user of a partner (or of the host) with its roles; an existing one is given the roles and the password. */
export async function createUser(
  { auth, host }: { auth: Db; host: Db },
  input: NewUser,
): Promise<{ userId: string }> {
  const [organization] = await auth
    .select()
    .from(tables.organization)
    .where(eq(tables.organization.id, input.partnerId));
  if (!organization) throw new ServiceError('not-found', `there is no organisation ${input.partnerId}`);
  const password = await hashPassword(input.password);
  const userId = await auth.transaction(async (tx) => {
    const email = input.email.toLowerCase();
    const [found] = await tx.select().from(tables.user).where(eq(tables.user.email, email));
    const id = found?.id ?? randomUUID();
    if (!found) await tx.insert(tables.user).values({ id, email, name: input.name, emailVerified: true });
    const credential = and(eq(tables.account.userId, id), eq(tables.account.providerId, 'credential'));
    const changed = await tx.update(tables.account).set({ password }).where(credential).returning();
    if (changed.length === 0) {
      await tx
        .insert(tables.account)
        .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password });
    }
    const membership = and(eq(tables.member.userId, id), eq(tables.member.organizationId, input.partnerId));
    const [member] = await tx.select().from(tables.member).where(membership);
    if (!member)
      await tx
        .insert(tables.member)
        .values({ id: randomUUID(), organizationId: input.partnerId, userId: id, role: 'member' });
    return id;
  });
  await host.transaction(async (tx) => {
    for (const grant of input.roles) {
      await tx
        .insert(tables.roleGrant)
        .values({ partnerId: input.partnerId, userId, ...grant })
        .onConflictDoNothing();
    }
    await appendAudit(tx, {
      partnerId: input.partnerId,
      actor: 'system:host',
      action: 'user.create',
      subject: userId,
      detail: { email: input.email, roles: input.roles },
    });
  });
  return { userId };
}
