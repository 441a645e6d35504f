import {
  computeDiscoveryUrl,
  DiscoveryError,
  fetchDiscoveryDocument,
  normalizeUrl,
  type OIDCConfig,
  type OIDCDiscoveryDocument,
  selectTokenEndpointAuthMethod,
  validateDiscoveryDocument,
} from '@better-auth/sso';
import { ServiceError } from '../errors';
import { ENTRA_HOST, GOOGLE_ISSUER } from './issuers';
import type { NewOidc } from './schemas';

const TIMEOUT_MS = 10_000;

/** Asks the issuer for its endpoints, once; they are kept, so that no sign-in waits for it. */
export async function oidcConfig(
  input: NewOidc,
  trusted: string[],
): Promise<{ issuer: string; config: OIDCConfig }> {
  const asked = issuerOf(input);
  const discoveryEndpoint = computeDiscoveryUrl(asked);
  const document = await discover(discoveryEndpoint, asked, trusted);
  const endpoint = (name: EndpointName) => {
    const given = document[name];
    return given ? checked(normalizeUrl(name, given, asked), trusted) : undefined;
  };
  const userInfoEndpoint = endpoint('userinfo_endpoint');
  const config: OIDCConfig = {
    issuer: document.issuer,
    pkce: true,
    clientId: input.clientId,
    clientSecret: input.clientSecret,
    discoveryEndpoint,
    authorizationEndpoint: endpoint('authorization_endpoint'),
    tokenEndpoint: endpoint('token_endpoint'),
    jwksEndpoint: endpoint('jwks_uri'),
    tokenEndpointAuthentication: selectTokenEndpointAuthMethod(document),
    scopes: ['openid', 'email', 'profile'],
    ...(input.kind === 'entra' ? { mapping: ENTRA_MAPPING } : { userInfoEndpoint }),
  };
  return { issuer: document.issuer, config };
}

type EndpointName = 'authorization_endpoint' | 'token_endpoint' | 'jwks_uri' | 'userinfo_endpoint';

/** At Entra a tenant can write any `email`; the sign-in name has a domain that the tenant proved. */
const ENTRA_MAPPING = { id: 'sub', email: 'preferred_username', name: 'name' };

function issuerOf(input: NewOidc): string {
  if (input.kind === 'google') return GOOGLE_ISSUER;
  return input.kind === 'entra' ? `${ENTRA_HOST}${input.tenantId}/v2.0` : input.issuer.replace(/\/$/, '');
}

async function discover(url: string, issuer: string, trusted: string[]): Promise<OIDCDiscoveryDocument> {
  try {
    const isTrusted = (each: string) => trusted.includes(new URL(each).origin);
    const document = await fetchDiscoveryDocument(checked(url, trusted), TIMEOUT_MS, isTrusted);
    validateDiscoveryDocument(document, issuer);
    return document;
  } catch (cause) {
    if (!(cause instanceof DiscoveryError)) throw cause;
    throw new ServiceError('invalid', `${issuer} does not answer as an identity provider does`, { cause });
  }
}

/** Secrets and tokens travel encrypted, unless the host named a provider of its own network. */
function checked(url: string, trusted: string[]): string {
  const { protocol, origin } = new URL(url);
  if (protocol === 'https:' || trusted.includes(origin)) return url;
  throw new ServiceError('invalid', `${url} has to start with https`);
}
