import { tables } from '@ascent/db';
import { and, asc, count, gt, ilike, inArray, isNull, ne, or } from 'drizzle-orm';
import type { z } from 'zod';
import { requireHost } from '../access/actor';
import type { Context } from '../context';
import { type OrganisationLine, OrganisationQuery } from './schemas';

const LINES_MAX = 200;

/** For the host: the first of the partners' organisations by name, who may look in or sign in there, and how many there are. */
export async function listOrganisations(
  { platform, actor }: Context,
  input: z.input<typeof OrganisationQuery>,
): Promise<{ total: number; lines: OrganisationLine[] }> {
  requireHost(actor);
  const { search } = OrganisationQuery.parse(input);
  const { member, partner, resellerAccess: access, ssoProvider } = tables;
  const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = and(
    ne(partner.partnerId, 'host'),
    or(ilike(partner.name, like), ilike(partner.partnerId, like)),
  );
  const [organisations, [all]] = await Promise.all([
    platform.host
      .select({ id: partner.partnerId, name: partner.name })
      .from(partner)
      .where(found)
      .orderBy(asc(partner.name), asc(partner.partnerId))
      .limit(LINES_MAX),
    platform.host.select({ n: count() }).from(partner).where(found),
  ]);
  const ids = organisations.map(({ id }) => id);
  if (ids.length === 0) return { total: 0, lines: [] };
  const [people, leaves, domains] = await Promise.all([
    platform.auth
      .select({ id: member.organizationId, n: count() })
      .from(member)
      .where(inArray(member.organizationId, ids))
      .groupBy(member.organizationId),
    platform.host
      .select({ id: access.partnerId, n: count() })
      .from(access)
      .where(and(inArray(access.partnerId, ids), isNull(access.revokedAt), gt(access.expiresAt, new Date())))
      .groupBy(access.partnerId),
    platform.auth
      .select({
        id: ssoProvider.organizationId,
        domain: ssoProvider.domain,
        proven: ssoProvider.domainVerified,
      })
      .from(ssoProvider)
      .where(inArray(ssoProvider.organizationId, ids))
      .orderBy(asc(ssoProvider.domain)),
  ]);
  const countOf = (rows: { id: string; n: number }[], id: string) =>
    rows.find((row) => row.id === id)?.n ?? 0;
  const lines = organisations.map(({ id, name }) => ({
    ...{ id, name, people: countOf(people, id), distributors: countOf(leaves, id) },
    domains: domains.filter((row) => row.id === id).map(({ domain, proven }) => ({ domain, proven })),
  }));
  return { total: all?.n ?? 0, lines };
}
