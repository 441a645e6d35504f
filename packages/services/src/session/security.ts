import { tables } from '@ascent/db';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Platform } from '../context';
import { type Identity, listSessions, type SessionLine } from './list';

export type PasskeyLine = { id: string; name: string | null; maker: string | null; createdAt: string | null };

export type Security = {
  email: string;
  /** Without one, as people of single sign-on are, there is nothing to change and no second factor of ours. */
  hasPassword: boolean;
  twoFactor: boolean;
  passkeys: PasskeyLine[];
  sessions: SessionLine[];
};

/** How one signs in, and where one is signed in. */
export async function getSecurity(platform: Platform, identity: Identity): Promise<Security> {
  const { account, passkey, user } = tables;
  const { auth } = platform;
  const [[me], passwords, passkeys, sessions] = await Promise.all([
    auth.select().from(user).where(eq(user.id, identity.userId)),
    auth
      .select({ id: account.id })
      .from(account)
      .where(
        and(
          eq(account.userId, identity.userId),
          eq(account.providerId, 'credential'),
          isNotNull(account.password),
        ),
      ),
    auth.select().from(passkey).where(eq(passkey.userId, identity.userId)).orderBy(asc(passkey.createdAt)),
    listSessions(platform, identity),
  ]);
  // Heavy to read, and not needed where nobody signs in.
  const { getAuthenticatorName } = await import('@better-auth/passkey');
  return {
    email: identity.email,
    hasPassword: passwords.length > 0,
    twoFactor: me?.twoFactorEnabled ?? false,
    passkeys: passkeys.map((each) => ({
      id: each.id,
      name: each.name,
      maker: getAuthenticatorName(each.aaguid) ?? null,
      createdAt: each.createdAt?.toISOString() ?? null,
    })),
    sessions,
  };
}
