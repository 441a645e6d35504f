import { randomUUID } from 'node:crypto';
import { type Tx, tables } from '@ascent/db';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Platform } from '../context';
import { notFound, ServiceError } from '../errors';
import { enforcedSso } from '../sso/by-address';
import { claimInvite, type Invite } from './claim';
import { AcceptInvite, InviteAnswer } from './schemas';
import { hashToken } from './token';

/** Somebody new takes an invitation: the mail has proven the address, so it counts as verified. */
export async function acceptInvite(platform: Platform, input: AcceptInvite): Promise<{ email: string }> {
  const { id, token, name, password } = AcceptInvite.parse(input);
  let email = '';
  const claimed = await claimInvite(platform, thisInvite({ id, token }), async (tx, invite) => {
    email = invite.email;
    await refuseWhereSsoIsTheWay(platform, invite);
    return newUser(tx, { email, name, hash: await hashPassword(password) });
  });
  if (!claimed) throw notFound('the invitation');
  return { email };
}

/** Somebody who signs in already takes an invitation to one more organisation: under that very address. */
export async function joinByInvite(
  platform: Platform,
  identity: { userId: string },
  input: InviteAnswer,
): Promise<{ partnerId: string }> {
  const answer = InviteAnswer.parse(input);
  const claimed = await claimInvite(platform, thisInvite(answer), async (tx, invite) => {
    const { user } = tables;
    const [found] = await tx.select().from(user).where(eq(user.id, identity.userId));
    // Like a link that does not exist: it is no business of anybody else.
    if (!found?.emailVerified || found.email !== invite.email) throw notFound('the invitation');
    return found.id;
  });
  if (!claimed) throw notFound('the invitation');
  return { partnerId: claimed.partnerId };
}

function thisInvite({ id, token }: InviteAnswer) {
  return and(eq(tables.invite.id, id), eq(tables.invite.tokenHash, hashToken(token)));
}

async function refuseWhereSsoIsTheWay({ auth }: Platform, invite: Invite): Promise<void> {
  if (await enforcedSso(auth, invite.email))
    throw new ServiceError('conflict', 'this organisation signs in with single sign-on only');
}

/** Never another password for an address that has a user: that would hand over somebody's sign-in. */
async function newUser(tx: Tx, given: { email: string; name: string; hash: string }): Promise<string> {
  const id = randomUUID();
  const made = await tx
    .insert(tables.user)
    .values({ id, email: given.email, name: given.name, emailVerified: true })
    .onConflictDoNothing({ target: tables.user.email })
    .returning();
  if (made.length === 0)
    throw new ServiceError('conflict', 'somebody signs in under this address already; sign in first');
  await tx.insert(tables.account).values({
    id: randomUUID(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: given.hash,
  });
  return id;
}
