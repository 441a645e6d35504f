import { tables } from '@ascent/db';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Platform } from '../context';
import { claimInvite } from '../invite/claim';

type Welcomed = { user: { id: string; email: string }; provider: { organizationId?: string | undefined } };

/** After a sign-in through an identity provider: an invitation that waits for this address is taken by it. */
export async function welcomeSsoUser(
  platform: Pick<Platform, 'auth' | 'host'>,
  { user, provider }: Welcomed,
): Promise<void> {
  const { invite } = tables;
  const which = and(
    eq(invite.partnerId, provider.organizationId ?? ''),
    eq(invite.email, user.email),
    isNull(invite.acceptedAt),
    isNull(invite.revokedAt),
    gt(invite.expiresAt, new Date()),
  );
  await claimInvite(platform, which, async () => user.id);
}
