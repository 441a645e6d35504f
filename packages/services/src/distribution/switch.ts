import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import type { Context, Platform } from '../context';
import { notFound } from '../errors';
import type { Identity } from '../session/list';
import { resellersOf } from './resellers';

export type OrganisationChoice = {
  id: string;
  name: string;
  /** The distributor through which it is seen; null = one's own. */
  via: string | null;
  expiresAt: string | null;
};

/** The organisations in which somebody may act: their own, then the resellers of these. */
export async function organisationsOf(platform: Platform, userId: string): Promise<OrganisationChoice[]> {
  const own = await platform.auth
    .select({ id: tables.organization.id, name: tables.organization.name })
    .from(tables.member)
    .innerJoin(tables.organization, eq(tables.organization.id, tables.member.organizationId))
    .where(eq(tables.member.userId, userId))
    .orderBy(tables.organization.id);
  const found: OrganisationChoice[] = own.map((each) => ({ ...each, via: null, expiresAt: null }));
  for (const home of own)
    for (const { partnerId, name, expiresAt } of await resellersOf(platform, home.id))
      if (!found.some((each) => each.id === partnerId))
        found.push({ id: partnerId, name, via: home.name, expiresAt });
  return found;
}

/** Where this session acts from now on; what one may do there is decided at each request. */
export async function switchOrganisation(
  { platform }: Pick<Context, 'platform'>,
  identity: Identity,
  organisationId: string,
): Promise<void> {
  const choices = await organisationsOf(platform, identity.userId);
  if (!choices.some((each) => each.id === organisationId)) throw notFound('the organisation');
  await platform.auth
    .update(tables.session)
    .set({ activeOrganizationId: organisationId })
    .where(eq(tables.session.id, identity.sessionId));
}
