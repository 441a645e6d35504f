import { type Db, tables, withTenant } from '@ascent/db';
import type { SSOOptions, SSOUserResolutionInput } from '@better-auth/sso';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { domainOf } from './by-address';
import { GOOGLE_ISSUER } from './issuers';

type Resolve = NonNullable<SSOOptions['resolveUser']>;
type Database = Parameters<Resolve>[1]['database'];

/**
 * Who an identity provider may sign in: a member of its organisation, or somebody invited there, under an address of
 * the proven domain. Runs within sign-in's own transaction and reads through it; a second connection of that pool
 * could wait for itself.
 */
export const resolveSsoUser =
  ({ app }: { app: Db }): Resolve =>
  async (input, { database }) => {
    const email = input.providerUser.email.toLowerCase();
    const provider = await findOne<{ domain: string; domainVerified: boolean; organizationId: string }>(
      database,
      'ssoProvider',
      { providerId: input.providerId },
    );
    if (!provider?.domainVerified || domainOf(email) !== provider.domain) return reject('OTHER_DOMAIN');
    if (!vouchesFor(input, provider.domain)) return reject('ADDRESS_NOT_VERIFIED');
    const user = await findOne<{ id: string }>(database, 'user', { email });
    const { organizationId } = provider;
    const isMember =
      user && (await findOne(database, 'member', { organizationId, userId: user.id })) !== null;
    if (!isMember && !(await isInvited(app, organizationId, email))) return reject('NOT_INVITED');
    return { action: 'link', userId: user?.id ?? (await createUser(database, input)), profile: 'preserve' };
  };

/** An organisation's own provider vouches for its domain. Google's is everybody's: it has to name the domain itself. */
function vouchesFor(input: SSOUserResolutionInput, domain: string): boolean {
  if (input.protocol === 'saml') return true;
  const { verifiedIdTokenClaims: claims, providerClaims, accountKey } = input;
  if ([claims.email_verified, providerClaims.email_verified].some((each) => `${each}` === 'false'))
    return false;
  return accountKey.issuer !== GOOGLE_ISSUER || claims.hd === domain;
}

async function isInvited(app: Db, partnerId: string, email: string): Promise<boolean> {
  const { invite } = tables;
  const found = await withTenant(app, partnerId, (tx) =>
    tx
      .select({ id: invite.id })
      .from(invite)
      .where(
        and(
          eq(invite.partnerId, partnerId),
          eq(invite.email, email),
          isNull(invite.acceptedAt),
          isNull(invite.revokedAt),
          gt(invite.expiresAt, new Date()),
        ),
      ),
  );
  return found.length > 0;
}

async function createUser(database: Database, { providerUser }: SSOUserResolutionInput): Promise<string> {
  const email = providerUser.email.toLowerCase();
  const now = new Date();
  const data = {
    email,
    name: providerUser.name || email,
    emailVerified: true,
    createdAt: now,
    updatedAt: now,
  };
  return (await database.create<typeof data & { id: string }>({ model: 'user', data })).id;
}

function findOne<T>(database: Database, model: string, fields: Record<string, string>): Promise<T | null> {
  const where = Object.entries(fields).map(([field, value]) => ({ field, value }));
  return database.findOne<T>({ model, where });
}

function reject(code: 'OTHER_DOMAIN' | 'ADDRESS_NOT_VERIFIED' | 'NOT_INVITED') {
  return { action: 'reject' as const, code };
}
