const BASE = '/api/auth/sso';

/** Where an identity provider sends people back to, and what it knows us as. */
export function ourAddresses(portalAddress: string, providerId: string) {
  const at = (path: string) => new URL(`${BASE}/${path}`, portalAddress).href;
  const metadataUrl = at(`saml2/sp/metadata?providerId=${encodeURIComponent(providerId)}`);
  return {
    redirectUrl: at(`callback/${providerId}`),
    acsUrl: at(`saml2/sp/acs/${providerId}`),
    entityId: metadataUrl,
    metadataUrl,
  };
}

/** The record by which a domain says that this one may vouch for its addresses; the id is ours, made by chance. */
export function domainRecord(domain: string, providerId: string): { name: string; value: string } {
  return { name: `_ascent-sign-on.${domain}`, value: `ascent-sign-on=${providerId}` };
}
