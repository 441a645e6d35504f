import { tables } from '@ascent/db';
import { asc, count, eq, inArray } from 'drizzle-orm';
import { requireHost } from '../access/actor';
import type { Context, Platform } from '../context';
import { domainRecord } from '../sso/our-addresses';
import { leavesOf } from './leaves';
import { requireOrganisation } from './require';
import type { DomainLine, OrganisationDetail } from './schemas';

/** For the host: one organisation, who may look in, and whose addresses it vouches for. */
export async function getOrganisation({ platform, actor }: Context, id: string): Promise<OrganisationDetail> {
  requireHost(actor);
  const organisation = await requireOrganisation(platform, id);
  const { member } = tables;
  const [[people], leaves, domains] = await Promise.all([
    platform.auth.select({ n: count() }).from(member).where(eq(member.organizationId, id)),
    leavesOf(platform, id),
    domainsOf(platform, id),
  ]);
  return {
    ...organisation,
    people: people?.n ?? 0,
    shownTo: leaves.filter((line) => line.resellerId === id),
    sees: leaves.filter((line) => line.distributorId === id),
    domains,
  };
}

async function domainsOf({ auth }: Pick<Platform, 'auth'>, id: string): Promise<DomainLine[]> {
  const { account, ssoProvider } = tables;
  const rows = await auth
    .select()
    .from(ssoProvider)
    .where(eq(ssoProvider.organizationId, id))
    .orderBy(asc(ssoProvider.domain));
  const ids = rows.map((row) => row.providerId);
  const used = await auth
    .select({ id: account.providerId, n: count() })
    .from(account)
    .where(inArray(account.providerId, ids))
    .groupBy(account.providerId);
  return rows.map(({ providerId, domain, issuer, domainVerified, enforced }) => ({
    ...{ id: providerId, domain, issuer, proven: domainVerified, enforced },
    record: domainRecord(domain, providerId),
    people: used.find((row) => row.id === providerId)?.n ?? 0,
  }));
}
