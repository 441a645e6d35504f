export { hostActor, partnerActor } from './actors';
export { authBrowser } from './browser';
export { feedFiles } from './feed-files';
export { startNameServer } from './name-server';
export { type OidcProvider, startOidcProvider } from './oidc-provider';
export { syncTestPartners } from './partners';
export { freshPlatform, type TestPlatform } from './platform';
export { queuedMails } from './queued-mails';
export { publishRelease, writeReleaseRows } from './release';
export { samlProvider } from './saml-provider';
export { totpOf } from './totp';
export {
  allOf,
  DISTRIBUTOR,
  nextMonth,
  PASSWORD,
  type TwoPartners,
  twoPartners,
} from './two-partners/people';
export { ALPHA, BRAVO, RELEASES, releaseOfTwo, SENSITIVE } from './two-partners/release';
