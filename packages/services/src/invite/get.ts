import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import type { Platform } from '../context';
import { notFound } from '../errors';
import { verifiedSso } from '../sso/by-address';
import type { InviteState } from './schemas';
import { hashToken, stateOf } from './token';

export type InviteDetail = {
  id: string;
  state: InviteState;
  email: string;
  name: string;
  partnerName: string;
  expiresAt: string;
  /** Whether somebody signs in under this address already. */
  hasUser: boolean;
  /** The organisation's single sign-on, where the address belongs to its domain. */
  sso: { providerId: string; enforced: boolean } | null;
};

/** What the holder of the mail sees. Whoever guesses a token finds nothing: it has 256 bits. */
export async function getInvite(platform: Platform, token: string): Promise<InviteDetail> {
  const { invite, organization, user } = tables;
  const [row] = await platform.host
    .select()
    .from(invite)
    .where(eq(invite.tokenHash, hashToken(token)));
  if (!row) throw notFound('the invitation');
  const [[organisation], users, sso] = await Promise.all([
    platform.auth.select().from(organization).where(eq(organization.id, row.partnerId)),
    platform.auth.select({ id: user.id }).from(user).where(eq(user.email, row.email)),
    verifiedSso(platform.auth, row.email),
  ]);
  const own = sso?.organizationId === row.partnerId ? sso : null;
  return {
    id: row.id,
    state: stateOf(row),
    email: row.email,
    name: row.name,
    partnerName: organisation?.name ?? row.partnerId,
    expiresAt: row.expiresAt.toISOString(),
    hasUser: users.length > 0,
    sso: own && { providerId: own.providerId, enforced: own.enforced },
  };
}
