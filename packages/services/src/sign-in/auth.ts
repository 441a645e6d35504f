import { type Db, tables } from '@ascent/db';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { organization } from 'better-auth/plugins';

export type AuthOptions = {
  db: Db;
  secret: string;
  baseUrl: string;
  trustedOrigins: string[];
  sendResetMail: (mail: { email: string; name: string; url: string }) => Promise<void>;
};

/** One sign-in for every app of an installation: same tables, same secret, cookies by host name. */
export function createAuth({ db, secret, baseUrl, trustedOrigins, sendResetMail }: AuthOptions) {
  return betterAuth({
    appName: 'Ascent',
    secret,
    baseURL: baseUrl,
    trustedOrigins,
    database: drizzleAdapter(db, { provider: 'pg', schema: tables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      sendResetPassword: ({ user, url }) => sendResetMail({ email: user.email, name: user.name, url }),
    },
    plugins: [organization({ allowUserToCreateOrganization: false })],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      storage: 'database',
      modelName: 'rateLimit',
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: { database: { generateId: 'uuid' } },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
