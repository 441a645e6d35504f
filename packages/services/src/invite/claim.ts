import { randomUUID } from 'node:crypto';
import { type Tx, tables } from '@ascent/db';
import { and, eq, type SQL } from 'drizzle-orm';
import { appendAudit } from '../audit/append';
import type { Platform } from '../context';
import { ServiceError } from '../errors';
import { stateOf } from './token';

export type Invite = typeof tables.invite.$inferSelect;

const WHY = {
  used: 'this invitation was used already',
  revoked: 'this invitation was taken back',
  expired: 'this invitation has expired; ask for a new one',
};

/**
 * Uses up one open invitation: whoever is named by `userOf` becomes a member with its roles. Its row is locked all the
 * while, so that of two at once one finds it used. Sign-in's tables lie under another role and commit first: should the
 * rest fail, the invitation is still open and says the same again.
 */
export async function claimInvite(
  { auth, host }: Pick<Platform, 'auth' | 'host'>,
  which: SQL | undefined,
  userOf: (tx: Tx, invite: Invite) => Promise<string>,
): Promise<{ userId: string; partnerId: string } | null> {
  return host.transaction(async (tx) => {
    const [invite] = await tx.select().from(tables.invite).where(which).for('update');
    if (!invite) return null;
    const state = stateOf(invite);
    if (state !== 'open') throw new ServiceError('conflict', WHY[state]);
    const userId = await auth.transaction(async (authTx) => {
      const id = await userOf(authTx, invite);
      await join(authTx, invite.partnerId, id);
      return id;
    });
    await tx
      .insert(tables.roleGrant)
      .values(invite.roles.map((grant) => ({ partnerId: invite.partnerId, userId, ...grant })))
      .onConflictDoNothing();
    await tx.update(tables.invite).set({ acceptedAt: new Date() }).where(eq(tables.invite.id, invite.id));
    await appendAudit(tx, {
      partnerId: invite.partnerId,
      actor: userId,
      action: 'invite.accept',
      subject: invite.id,
      detail: { email: invite.email, roles: invite.roles },
    });
    return { userId, partnerId: invite.partnerId };
  });
}

async function join(tx: Tx, organizationId: string, userId: string): Promise<void> {
  const { member } = tables;
  const found = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.userId, userId)));
  if (found.length > 0) return;
  await tx.insert(member).values({ id: randomUUID(), organizationId, userId, role: 'member' });
}
