import { type Db, tables } from '@ascent/db';
import { and, eq } from 'drizzle-orm';

export type VerifiedSso = { providerId: string; organizationId: string | null; enforced: boolean };

/** The single sign-on of an address: of exactly its domain, and proven to be the organisation's. */
export async function verifiedSso(db: Db, email: string): Promise<VerifiedSso | null> {
  const { ssoProvider } = tables;
  const [found] = await db
    .select({
      providerId: ssoProvider.providerId,
      organizationId: ssoProvider.organizationId,
      enforced: ssoProvider.enforced,
    })
    .from(ssoProvider)
    .where(and(eq(ssoProvider.domain, domainOf(email)), eq(ssoProvider.domainVerified, true)))
    .limit(1);
  return found ?? null;
}

/** The one that an address has to use. The host's own staff keep their other ways in, should it ever fail. */
export async function enforcedSso(db: Db, email: string): Promise<VerifiedSso | null> {
  const found = await verifiedSso(db, email);
  return found?.enforced && found.organizationId !== 'host' ? found : null;
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
