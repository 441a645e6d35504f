import { tables, withTenant } from '@ascent/db';
import { eq } from 'drizzle-orm';
import type { Actor, Platform } from '../context';
import { resellersOf } from '../distribution/resellers';
import { ServiceError } from '../errors';
import { WHOLE_ORGANISATION } from '../user/role';

export type SignedIn = { userId: string; name: string; email: string; activeOrganizationId: string | null };
export type Grant = { role: string; scope: string };

/** The actor behind a session: its organisation is the active one, or the first it belongs to. */
export async function actorOf(platform: Platform, session: SignedIn): Promise<Actor> {
  const memberships = await platform.auth
    .select({ id: tables.organization.id, name: tables.organization.name })
    .from(tables.member)
    .innerJoin(tables.organization, eq(tables.organization.id, tables.member.organizationId))
    .where(eq(tables.member.userId, session.userId))
    .orderBy(tables.organization.id);
  const organisation = memberships.find((each) => each.id === session.activeOrganizationId) ?? memberships[0];
  if (!organisation) throw new ServiceError('forbidden', 'you do not belong to an organisation yet');
  const chosen = session.activeOrganizationId;
  if (chosen && organisation.id !== chosen) {
    const reseller = await actorAtReseller(platform, session, { chosen, memberships });
    if (reseller) return reseller;
  }
  const grants = await withTenant(platform.app, organisation.id, (tx) =>
    tx.select().from(tables.roleGrant).where(eq(tables.roleGrant.userId, session.userId)),
  );
  return {
    ...toRights(grants),
    ...identity(session),
    partnerId: organisation.id,
    partnerName: organisation.name,
    // A member of the host's organisation is its staff once somebody gave them the role.
    kind: organisation.id === 'host' && grants.some(isStaff) ? 'host' : 'partner',
    via: null,
  };
}

type Organisation = { id: string; name: string };

/** A distributor's viewer among a reseller's rows: never more than the viewer may at home and the reseller allows. */
async function actorAtReseller(
  platform: Platform,
  session: SignedIn,
  { chosen, memberships }: { chosen: string; memberships: Organisation[] },
): Promise<Actor | null> {
  for (const home of memberships) {
    const access = (await resellersOf(platform, home.id)).find((each) => each.partnerId === chosen);
    if (!access) continue;
    const grants = await withTenant(platform.app, home.id, (tx) =>
      tx.select().from(tables.roleGrant).where(eq(tables.roleGrant.userId, session.userId)),
    );
    const rights = toRights(grants);
    // The reseller's locations are not the distributor's: only who sees all of its own organisation sees a reseller's.
    if (rights.locations !== '*') continue;
    return {
      ...identity(session),
      partnerId: access.partnerId,
      partnerName: access.name,
      kind: 'partner',
      locations: '*',
      seesSensitive: rights.seesSensitive && access.seesSensitive,
      runsCampaigns: false,
      isAdmin: false,
      via: { partnerId: home.id, name: home.name },
    };
  }
  return null;
}

/**
 * What a set of grants allows. The widest scope wins; without a role at all one sees no rows.
 * Sensitive columns need the executive role wherever one sees rows, since a column is shown for all of them.
 */
export function toRights(
  grants: Grant[],
): Pick<Actor, 'locations' | 'seesSensitive' | 'runsCampaigns' | 'isAdmin'> {
  // Whoever manages people need not see what they see.
  const scopes = scopesOf(grants.filter(({ role }) => role !== 'host-staff' && role !== 'account-admin'));
  const executive = scopesOf(grants.filter((grant) => grant.role === 'executive-report-viewer'));
  const whole = scopes.includes(WHOLE_ORGANISATION);
  return {
    locations: whole ? '*' : scopes,
    seesSensitive:
      executive.includes(WHOLE_ORGANISATION) ||
      (!whole && scopes.length > 0 && scopes.every((scope) => executive.includes(scope))),
    runsCampaigns: grants.some((grant) => grant.role === 'campaign-manager'),
    isAdmin: grants.some(({ role, scope }) => role === 'account-admin' && scope === WHOLE_ORGANISATION),
  };
}

function scopesOf(grants: Grant[]): string[] {
  return [...new Set(grants.map((grant) => grant.scope))].sort();
}

function isStaff(grant: Grant): boolean {
  return grant.role === 'host-staff' && grant.scope === WHOLE_ORGANISATION;
}

function identity({ userId, name, email }: SignedIn) {
  return { userId, name, email };
}

export function requireHost(actor: Actor): void {
  if (actor.kind !== 'host') throw new ServiceError('not-found', 'the page was not found');
}
