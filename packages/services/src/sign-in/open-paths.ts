/** What a screen asks for, or an identity provider comes back to. Everything else that sign-in could do is not there. */
const OPEN = [
  '/sign-in/email',
  '/sign-in/sso',
  '/sign-out',
  '/request-password-reset',
  '/reset-password',
  '/send-verification-email',
  '/verify-email',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/update-passkey',
  '/passkey/delete-passkey',
  '/organization/set-active',
  '/sso/saml2/sp/metadata',
];
const OPEN_WITH_ID = /^\/(reset-password|sso\/callback|sso\/saml2\/sp\/acs)\/[\w-]+$/;

/** `path` is the part of the address below the base of sign-in. */
export function isOpenPath(path: string): boolean {
  return OPEN.includes(path) || OPEN_WITH_ID.test(path);
}
