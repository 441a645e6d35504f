import { randomBytes, randomUUID } from 'node:crypto';
import { tables, withTenant } from '@ascent/db';
import { and, eq } from 'drizzle-orm';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import type { Seal } from '../secret/seal';
import { closedConfig } from './client-secret';
import { requireSsoAdmin } from './require-admin';
import { type NewOidc, type NewSaml, NewSso } from './schemas';

export type SsoPlaces = {
  portalAddress: string;
  /** Origins of identity providers that stand in the host's own network. */
  identityProviders: string[];
};
type SetUp = SsoPlaces & { seal: Seal };

/** Sets up an identity provider for one domain of the organisation. Nobody signs in by it before the domain is proven. */
export async function addSso(context: Context, input: NewSso, setUp: SetUp): Promise<{ id: string }> {
  await requireSsoAdmin(context);
  const { platform, actor } = context;
  const given = NewSso.parse(input);
  await refuseTwice(context, given.domain);
  // Short enough for an address, and nobody's to choose: the domain's record names it.
  const providerId = randomBytes(12).toString('hex');
  const made =
    'clientId' in given ? await forOidc(given, providerId, setUp) : await forSaml(given, providerId, setUp);
  await platform.auth.insert(tables.ssoProvider).values({
    id: randomUUID(),
    providerId,
    organizationId: actor.partnerId,
    userId: actor.userId,
    domain: given.domain,
    ...made,
  });
  await withTenant(platform.app, actor.partnerId, (tx) =>
    appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'sso.add',
      subject: providerId,
      detail: { kind: given.kind, domain: given.domain, issuer: made.issuer },
    }),
  );
  return { id: providerId };
}

// What reads the protocols is heavy, and few processes set up a provider.
async function forOidc(given: NewOidc, providerId: string, { identityProviders, seal }: SetUp) {
  const { oidcConfig } = await import('./oidc-config');
  const { issuer, config } = await oidcConfig(given, identityProviders);
  return { issuer, oidcConfig: closedConfig(config, providerId, seal) };
}

async function forSaml(given: NewSaml, providerId: string, { portalAddress }: SetUp) {
  const { samlConfig } = await import('./saml-config');
  const { issuer, config } = samlConfig(given, { portalAddress, providerId });
  return { issuer, samlConfig: JSON.stringify(config) };
}

async function refuseTwice({ platform, actor }: Context, domain: string): Promise<void> {
  const { ssoProvider } = tables;
  const found = await platform.auth
    .select({ id: ssoProvider.id })
    .from(ssoProvider)
    .where(and(eq(ssoProvider.organizationId, actor.partnerId), eq(ssoProvider.domain, domain)));
  if (found.length > 0) throw new ServiceError('conflict', `single sign-on is set up for ${domain} already`);
}
