import { tables, withTenant } from '@ascent/db';
import { and, eq, isNull } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound } from '../errors';

/** Its link opens nothing from now on. */
export async function revokeInvite(context: Context, id: string): Promise<void> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { invite } = tables;
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    const [revoked] = await tx
      .update(invite)
      .set({ revokedAt: new Date() })
      .where(and(eq(invite.id, id), isNull(invite.acceptedAt), isNull(invite.revokedAt)))
      .returning({ email: invite.email });
    if (!revoked) throw notFound('the invitation');
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'invite.revoke',
      subject: id,
      detail: { email: revoked.email },
    });
  });
}
