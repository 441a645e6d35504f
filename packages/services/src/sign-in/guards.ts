import type { Db } from '@ascent/db';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { z } from 'zod';
import { enforcedSso, verifiedSso } from '../sso/by-address';
import { ADDRESS_HEADER, networkOf } from './address';
import { giveTryBack, TRIES_WINDOW_SECONDS, takeTry } from './tries';

type Ctx = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
/** What is guessed at; whose it is (null when nobody can be named); whether a right guess is given back. */
type Guard = { what: string; account: (ctx: Ctx) => Promise<string | null>; givesBack: boolean };

const byEmail = async (ctx: Ctx) => emailIn(ctx.body);
const bySession = async (ctx: Ctx) => (await getSessionFromCtx(ctx))?.user.id ?? null;
const password: Guard = { what: 'password', account: bySession, givesBack: true };
const code: Guard = { what: 'code', account: pendingUser, givesBack: true };

const GUARDS: Record<string, Guard> = {
  '/sign-in/email': { what: 'sign-in', account: byEmail, givesBack: true },
  '/request-password-reset': { what: 'reset-mail', account: byEmail, givesBack: false },
  '/send-verification-email': { what: 'verify-mail', account: byEmail, givesBack: false },
  '/reset-password': { what: 'reset', account: async () => null, givesBack: true },
  '/passkey/verify-authentication': { what: 'passkey', account: byCredential, givesBack: true },
  '/two-factor/verify-totp': code,
  '/two-factor/verify-backup-code': code,
  '/two-factor/enable': password,
  '/two-factor/disable': password,
  '/two-factor/generate-backup-codes': password,
  '/change-password': password,
};

/** The general limit lets these through, as their own counts them. Its window is how long the table keeps a row. */
export const COUNTED_ELSEWHERE = Object.fromEntries(
  Object.keys(GUARDS).map((path) => [path, { window: TRIES_WINDOW_SECONDS, max: 3000 }]),
);

/** Addresses of an enforced domain get the same answer here, whether they exist or not. */
const ONLY_SSO = ['/sign-in/email', '/request-password-reset'];

/** Before sign-in's own endpoints: tries are counted, and an organisation's single sign-on has its way. */
export const beforeSignIn = (db: Db) =>
  createAuthMiddleware(async (ctx) => {
    if (!ctx.request) return;
    await countTry(db, ctx);
    if (ONLY_SSO.includes(ctx.path)) {
      const email = emailIn(ctx.body);
      if (email && (await enforcedSso(db, email))) throw ssoRequired();
    }
    if (ctx.path === '/sign-in/sso') return { context: { body: await ssoBody(db, ctx.body) } };
    if (ctx.path === '/change-password') return { context: { body: { revokeOtherSessions: true } } };
  });

export const afterSignIn = (db: Db) =>
  createAuthMiddleware(async (ctx) => {
    const guard = ctx.request && GUARDS[ctx.path];
    if (!guard?.givesBack || ctx.context.returned instanceof APIError) return;
    await giveTryBack(db, remembered.get(ctx.request!) ?? []);
  });

export function ssoRequired(): APIError {
  return new APIError('FORBIDDEN', {
    code: 'SSO_REQUIRED',
    message: 'this organisation signs in with single sign-on only',
  });
}

/** What a request has taken, for giving it back: a session or a challenge is another one afterwards. */
const remembered = new WeakMap<Request, string[]>();

async function countTry(db: Db, ctx: Ctx): Promise<void> {
  const guard = GUARDS[ctx.path];
  if (!guard) return;
  const account = await guard.account(ctx);
  const address = networkOf(ctx.request?.headers.get(ADDRESS_HEADER) ?? '');
  const keys = [`${guard.what} address ${address}`, ...(account ? [`${guard.what} account ${account}`] : [])];
  const seconds = await takeTry(db, keys);
  if (seconds !== null)
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'TOO_MANY_TRIES', message: `too many tries; try again in ${Math.ceil(seconds / 60)} minutes` },
      { 'Retry-After': String(Math.min(seconds, TRIES_WINDOW_SECONDS)) },
    );
  remembered.set(ctx.request!, keys);
}

/** Who has given the password and owes the code. */
async function pendingUser(ctx: Ctx): Promise<string | null> {
  const { name } = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!challenge) return bySession(ctx);
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value ?? null;
}

async function byCredential(ctx: Ctx): Promise<string | null> {
  const found = z.object({ response: z.object({ id: z.string().max(1000) }) }).safeParse(ctx.body);
  return found.success ? found.data.response.id : null;
}

function emailIn(body: unknown): string | null {
  const found = z.object({ email: z.string().max(320) }).safeParse(body);
  return found.success ? found.data.email.toLowerCase() : null;
}

const SsoBody = z.strictObject({
  email: z.email().optional(),
  providerId: z.string().max(100).optional(),
  callbackURL: z.string().max(2000),
  errorCallbackURL: z.string().max(2000),
});

/** The way in of an address is the proven one of its domain: whoever merely claims a domain gets no part in it. */
async function ssoBody(db: Db, body: unknown): Promise<{ providerId: string }> {
  const given = SsoBody.safeParse(body);
  if (!given.success) throw new APIError('BAD_REQUEST', { message: 'an address and where to go are needed' });
  const { email, providerId } = given.data;
  if (providerId) return { providerId };
  const found = email ? await verifiedSso(db, email) : null;
  if (!found)
    throw new APIError('NOT_FOUND', {
      code: 'SSO_NOT_SET_UP',
      message: 'single sign-on is not set up for this address',
    });
  return { providerId: found.providerId };
}
