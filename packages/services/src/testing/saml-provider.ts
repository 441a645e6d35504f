import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { selfSigned } from './self-signed';

const ENTITY = 'https://idp.test/saml';
const SIGN_ON = 'https://idp.test/sign-on';
const SAML = 'urn:oasis:names:tc:SAML:2.0';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const ENVELOPED = `${DS}enveloped-signature`;
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

export type SamlProvider = {
  entityId: string;
  signOnUrl: string;
  certificate: string;
  metadata: string;
  /** The form that the provider's page sends to us for whoever came with this request. */
  respond: (requestUrl: string, given: { email: string; acsUrl: string; audience: string } & Twist) => string;
};
/** Ways in which an answer can be wrong. */
type Twist = { unsigned?: boolean; changed?: (assertion: string) => string; minutes?: number };

/** An identity provider that speaks SAML 2.0: it reads the request and signs its assertion. */
export function samlProvider(): SamlProvider {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = selfSigned(keys);
  // Written as canonical XML, so that what is signed is what stands there.
  const signed = (assertion: string, id: string) => {
    const digest = createHash('sha256').update(assertion).digest('base64');
    const info = (namespace: string) =>
      `<ds:SignedInfo${namespace}><ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod>` +
      `<ds:SignatureMethod Algorithm="${RSA_SHA256}"></ds:SignatureMethod>` +
      `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${ENVELOPED}"></ds:Transform>` +
      `<ds:Transform Algorithm="${C14N}"></ds:Transform></ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${SHA256}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue>` +
      '</ds:Reference></ds:SignedInfo>';
    const value = sign('sha256', Buffer.from(info(` xmlns:ds="${DS}"`)), keys.privateKey).toString('base64');
    const signature =
      `<ds:Signature xmlns:ds="${DS}">${info('')}<ds:SignatureValue>${value}</ds:SignatureValue>` +
      `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
      '</ds:Signature>';
    return assertion.replace('</saml:Issuer>', `</saml:Issuer>${signature}`);
  };

  return {
    entityId: ENTITY,
    signOnUrl: SIGN_ON,
    certificate,
    metadata:
      `<EntityDescriptor xmlns="${SAML}:metadata" entityID="${ENTITY}">` +
      `<IDPSSODescriptor protocolSupportEnumeration="${SAML}:protocol">` +
      `<KeyDescriptor use="signing"><KeyInfo xmlns="${DS}"><X509Data><X509Certificate>${certificate}</X509Certificate>` +
      `</X509Data></KeyInfo></KeyDescriptor><NameIDFormat>${EMAIL}</NameIDFormat>` +
      `<SingleSignOnService Binding="${SAML}:bindings:HTTP-Redirect" Location="${SIGN_ON}"></SingleSignOnService>` +
      '</IDPSSODescriptor></EntityDescriptor>',
    respond: (requestUrl, { email, acsUrl, audience, unsigned, changed = (same) => same, minutes = 5 }) => {
      const asked = new URL(requestUrl).searchParams;
      const request = inflateRawSync(Buffer.from(asked.get('SAMLRequest')!, 'base64')).toString();
      const inResponseTo = /\bID="([^"]+)"/.exec(request)![1]!;
      const id = `_${randomUUID()}`;
      const from = new Date(Date.now() - 60_000).toISOString();
      const until = new Date(Date.now() + minutes * 60_000).toISOString();
      const assertion =
        `<saml:Assertion xmlns:saml="${SAML}:assertion" ID="${id}" IssueInstant="${from}" Version="2.0">` +
        `<saml:Issuer>${ENTITY}</saml:Issuer><saml:Subject><saml:NameID Format="${EMAIL}">${email}</saml:NameID>` +
        `<saml:SubjectConfirmation Method="${SAML}:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${inResponseTo}"` +
        ` NotOnOrAfter="${until}" Recipient="${acsUrl}"></saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>` +
        `<saml:Conditions NotBefore="${from}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>` +
        `${audience.replaceAll('&', '&amp;')}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
        `<saml:AuthnStatement AuthnInstant="${from}"><saml:AuthnContext><saml:AuthnContextClassRef>` +
        `${SAML}:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement></saml:Assertion>`;
      const xml =
        `<samlp:Response xmlns:samlp="${SAML}:protocol" Destination="${acsUrl}" ID="_${randomUUID()}"` +
        ` InResponseTo="${inResponseTo}" IssueInstant="${from}" Version="2.0">` +
        `<saml:Issuer xmlns:saml="${SAML}:assertion">${ENTITY}</saml:Issuer><samlp:Status>` +
        `<samlp:StatusCode Value="${SAML}:status:Success"></samlp:StatusCode></samlp:Status>` +
        `${changed(unsigned ? assertion : signed(assertion, id))}</samlp:Response>`;
      return new URLSearchParams({
        SAMLResponse: Buffer.from(xml).toString('base64'),
        RelayState: asked.get('RelayState') ?? '',
      }).toString();
    },
  };
}
