import { randomUUID } from 'node:crypto';
import { tables } from '@ascent/db';
import { resetMail, verifyMail } from '@ascent/email';
import { passkey } from '@better-auth/passkey';
import { sso } from '@better-auth/sso';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { organization, twoFactor } from 'better-auth/plugins';
import type { Platform } from '../context';
import { queueMail } from '../mail/queue';
import { createSeal } from '../secret/seal';
import { openedAdapter } from '../sso/opened-adapter';
import { resolveSsoUser } from '../sso/resolve-user';
import { welcomeSsoUser } from '../sso/welcome';
import { ADDRESS_HEADER } from './address';
import { afterSignIn, beforeSignIn, COUNTED_ELSEWHERE } from './guards';
import { handleSignIn } from './handle';
import { openedBy, withoutTokens } from './kept-of-sign-in';
import { checkPasskeySignIn } from './passkey';
import { PASSWORD_LENGTH_MIN } from './password-rule';
import { recoveryCodes } from './recovery-codes';

export type AuthOptions = {
  platform: Pick<Platform, 'auth' | 'app' | 'host' | 'queue'>;
  secret: string;
  baseUrl: string;
  trustedOrigins: string[];
  /** Origins of identity providers that stand in the host's own network. */
  identityProviders?: string[];
};

const MINUTES = 60;

/** One sign-in for every app of an installation: same tables, same secret, cookies by host name. */
export function createAuth(options: AuthOptions) {
  const { platform, secret, baseUrl, trustedOrigins, identityProviders = [] } = options;
  const { auth: db, queue } = platform;
  const auth = betterAuth({
    appName: 'Ascent',
    secret,
    baseURL: baseUrl,
    trustedOrigins: [...trustedOrigins, ...identityProviders],
    // Single sign-on looks for the user and ties the account in one transaction.
    database: openedAdapter(
      drizzleAdapter(db, { provider: 'pg', schema: tables, transaction: true }),
      createSeal(secret),
    ),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) =>
        queueMail(queue, { to: user.email, ...resetMail({ name: user.name, url }) }),
    },
    emailVerification: {
      // Only after the right password: nobody else learns that an address waits to be verified.
      sendOnSignIn: true,
      expiresIn: 60 * MINUTES,
      sendVerificationEmail: ({ user, url }) =>
        queueMail(queue, { to: user.email, ...verifyMail({ name: user.name, url }) }),
    },
    // "Last seen" is as exact as this.
    session: {
      updateAge: 5 * MINUTES,
      additionalFields: {
        ssoProviderId: { type: 'string', required: false, input: false, returned: false },
      },
    },
    databaseHooks: {
      session: { create: { before: openedBy } },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
    },
    plugins: [
      organization({ allowUserToCreateOrganization: false }),
      twoFactor({ issuer: 'Ascent', backupCodeOptions: { customBackupCodesGenerate: recoveryCodes } }),
      passkey({
        rpName: 'Ascent',
        rpID: new URL(baseUrl).hostname,
        origin: trustedOrigins,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: { afterVerification: (given) => checkPasskeySignIn(db, given) },
      }),
      sso({
        domainVerification: { enabled: true },
        organizationProvisioning: { disabled: true },
        disableImplicitSignUp: true,
        resolveUser: resolveSsoUser(platform),
        provisionUser: (given) => welcomeSsoUser(platform, given),
        provisionUserOnEveryLogin: true,
        saml: {
          allowIdpInitiated: false,
          requireTimestamps: true,
          algorithms: { onDeprecated: 'reject' },
        },
      }),
    ],
    hooks: { before: beforeSignIn(db), after: afterSignIn(db) },
    onAPIError: { errorURL: new URL('/sign-in/refused', baseUrl).href },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      storage: 'database',
      modelName: 'rateLimit',
      customRules: { ...COUNTED_ELSEWHERE, '/sign-in/sso': { window: 60, max: 300 } },
    },
    advanced: {
      // Not 'uuid': that leaves the id to a default of the column, which these tables do not have.
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // By default it is off wherever the environment calls itself a test.
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
  });
  return { ...auth, handler: (request: Request) => handleSignIn(request, auth.handler) };
}

export type Auth = ReturnType<typeof createAuth>;
