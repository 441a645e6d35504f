import { X509Certificate } from 'node:crypto';
import { deriveSAMLIdentityProviderEntityID, type SAMLConfig } from '@better-auth/sso';
import { ServiceError } from '../errors';
import { ourAddresses } from './our-addresses';
import type { NewSaml } from './schemas';

const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** Assertions have to be signed; the address is the name of the subject. */
export function samlConfig(
  input: NewSaml,
  given: { portalAddress: string; providerId: string },
): { issuer: string; config: SAMLConfig } {
  const { entityId } = ourAddresses(given.portalAddress, given.providerId);
  const config: SAMLConfig = {
    issuer: entityId,
    callbackUrl: given.portalAddress,
    wantAssertionsSigned: true,
    identifierFormat: EMAIL_FORMAT,
    ...theirs(input),
  };
  return { issuer: entityOf(config), config };
}

function entityOf(config: SAMLConfig): string {
  try {
    const { metadata } = config.idpMetadata;
    const isWhole =
      !metadata || [/SingleSignOnService/, /X509Certificate/].every((part) => part.test(metadata));
    const issuer: string | null = isWhole ? deriveSAMLIdentityProviderEntityID(config) : null;
    if (issuer) return issuer;
  } catch {
    // What is no XML at all is refused like what says nothing.
  }
  throw new ServiceError('invalid', 'this is no metadata of an identity provider');
}

function theirs(input: NewSaml): Pick<SAMLConfig, 'entryPoint' | 'idpMetadata' | 'cert'> {
  if (input.kind === 'saml-metadata') return { entryPoint: '', idpMetadata: { metadata: input.metadata } };
  return {
    entryPoint: input.signOnUrl,
    cert: pem(input.certificate),
    idpMetadata: { entityID: input.entityId },
  };
}

/** Providers show it with its frame or without. */
function pem(text: string): string {
  const body = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  try {
    return new X509Certificate(Buffer.from(body, 'base64')).toString();
  } catch (cause) {
    throw new ServiceError('invalid', 'this is no certificate', { cause });
  }
}
