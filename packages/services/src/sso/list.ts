import { tables } from '@ascent/db';
import { asc, count, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context';
import { ENTRA_HOST, GOOGLE_ISSUER } from './issuers';
import { domainRecord, ourAddresses } from './our-addresses';
import type { SsoRow } from './own';
import { requireSsoAdmin } from './require-admin';
import type { SsoLine } from './schemas';

/** The organisation's identity providers, by domain. */
export async function listSso(context: Context, portalAddress: string): Promise<SsoLine[]> {
  await requireSsoAdmin(context);
  const { auth } = context.platform;
  const { account, ssoProvider } = tables;
  const rows = await auth
    .select()
    .from(ssoProvider)
    .where(eq(ssoProvider.organizationId, context.actor.partnerId))
    .orderBy(asc(ssoProvider.domain));
  const ids = rows.map((row) => row.providerId);
  const used = await auth
    .select({ id: account.providerId, people: count() })
    .from(account)
    .where(inArray(account.providerId, ids))
    .groupBy(account.providerId);
  return rows.map((row) => ({
    ...toLine(row, portalAddress),
    people: used.find(({ id }) => id === row.providerId)?.people ?? 0,
  }));
}

function toLine(row: SsoRow, portalAddress: string): Omit<SsoLine, 'people'> {
  const { redirectUrl, ...saml } = ourAddresses(portalAddress, row.providerId);
  return {
    id: row.providerId,
    kind: kindOf(row),
    domain: row.domain,
    issuer: row.issuer,
    domainVerified: row.domainVerified,
    enforced: row.enforced,
    canEnforce: row.organizationId !== 'host',
    record: domainRecord(row.domain, row.providerId),
    ours: row.samlConfig ? saml : { redirectUrl },
  };
}

function kindOf({ samlConfig, issuer }: SsoRow): SsoLine['kind'] {
  if (samlConfig) return 'saml';
  if (issuer === GOOGLE_ISSUER) return 'google';
  return issuer.startsWith(ENTRA_HOST) ? 'entra' : 'oidc';
}
