import {
  type Actor,
  type ErrorCode,
  type Identity,
  isStorable,
  type Platform,
  requireHost,
  type Seal,
  ServiceError,
  type SsoPlaces,
} from '@ascent/services';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';

/** What a request brings: the stores, and who asks (null before sign-in). */
export type ApiContext = {
  platform: Platform;
  actor: Actor | null;
  /** The person behind the session, who may belong to no organisation. */
  identity: Identity | null;
  localMailbox: boolean;
  places: SsoPlaces;
  seal: Seal;
};

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  // Not even a stack of a bug.
  isDev: false,
  // The message of a bug never reaches a browser.
  errorFormatter: ({ shape, error }) =>
    error.cause instanceof ServiceError ||
    error.cause instanceof ZodError ||
    error.code !== 'INTERNAL_SERVER_ERROR'
      ? shape
      : { ...shape, message: 'something went wrong on our side' },
});

const CODES: Record<ErrorCode, TRPCError['code']> = {
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  'signed-out': 'UNAUTHORIZED',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  'too-many': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
};

const mapped = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof ServiceError)
    throw new TRPCError({ code: CODES[cause.code], message: cause.message, cause });
  if (cause instanceof ZodError)
    throw new TRPCError({ code: 'BAD_REQUEST', message: cause.issues[0]?.message ?? 'invalid', cause });
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A text that the stores have no word for names nothing and says nothing: refused here, it cannot fail further in. */
const storable = t.middleware(async ({ getRawInput, next }) => {
  if (!isWhole(await getRawInput()))
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'a character in it cannot be stored' });
  return next();
});

function isWhole(input: unknown): boolean {
  if (typeof input === 'string') return isStorable(input);
  if (input === null || typeof input !== 'object') return true;
  return Object.entries(input).every(([name, value]) => isStorable(name) && isWhole(value));
}

export const anybody = t.procedure.use(mapped).use(storable);

export const signedIn = anybody.use(({ ctx, next, type }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'sign in first' });
  // A distributor looks at a reseller's rows; nothing of the reseller's is its to change.
  if (ctx.actor.via && type === 'mutation')
    throw new TRPCError({ code: 'NOT_FOUND', message: 'the page was not found' });
  return next({ ctx: { platform: ctx.platform, actor: ctx.actor } });
});

/** For what is one's own, whatever organisation one belongs to. */
export const identified = anybody.use(({ ctx, next }) => {
  if (!ctx.identity) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'sign in first' });
  return next({ ctx: { platform: ctx.platform, identity: ctx.identity } });
});

/** For anybody else such a procedure does not exist. */
export const hostStaff = signedIn.use(({ ctx, next }) => {
  requireHost(ctx.actor);
  return next({ ctx });
});
