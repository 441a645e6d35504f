import { tables, withTenant } from '@ascent/db';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import type { Context } from '../context';
import { stateOf } from './token';

export type InviteLine = {
  id: string;
  email: string;
  name: string;
  roles: { role: string; scope: string }[];
  createdAt: string;
  expiresAt: string;
  expired: boolean;
};

/** The invitations that wait for an answer, and those that waited too long; latest first. */
export async function listInvites(context: Context): Promise<InviteLine[]> {
  await requireAdmin(context);
  const { invite } = tables;
  const rows = await withTenant(context.platform.app, context.actor.partnerId, (tx) =>
    tx
      .select()
      .from(invite)
      .where(
        and(
          eq(invite.partnerId, context.actor.partnerId),
          isNull(invite.acceptedAt),
          isNull(invite.revokedAt),
        ),
      )
      .orderBy(desc(invite.createdAt)),
  );
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    roles: row.roles,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: stateOf(row) === 'expired',
  }));
}
