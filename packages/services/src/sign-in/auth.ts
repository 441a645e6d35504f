import { randomUUID } from 'node:crypto';
import { type Db, type Queue, tables } from '@ascent/db';
import { resetMail } from '@ascent/email';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { organization } from 'better-auth/plugins';
import { queueMail } from '../mail/queue';

export type AuthOptions = {
  db: Db;
  secret: string;
  baseUrl: string;
  trustedOrigins: string[];
  queue: Queue;
};

const CLOSED_PATHS = [
  '/sign-up/email',
  '/update-user',
  '/change-email',
  '/delete-user',
  '/organization/create',
  '/organization/update',
  '/organization/delete',
  '/organization/invite-member',
  '/organization/remove-member',
  '/organization/update-member-role',
  '/organization/leave',
];

/** One sign-in for every app of an installation: same tables, same secret, cookies by host name. */
export function createAuth({ db, secret, baseUrl, trustedOrigins, queue }: AuthOptions) {
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
      sendResetPassword: ({ user, url }) =>
        queueMail(queue, { to: user.email, ...resetMail({ name: user.name, url }) }),
    },
    // Names, addresses and memberships are an administrator's; no screen asks for these.
    disabledPaths: CLOSED_PATHS,
    plugins: [organization({ allowUserToCreateOrganization: false })],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      storage: 'database',
      modelName: 'rateLimit',
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    // Not 'uuid': that leaves the id to a default of the column, which these tables do not have.
    advanced: {
      database: { generateId: () => randomUUID() },
      // By default it is off wherever the environment calls itself a test.
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
