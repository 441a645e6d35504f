import { type Actor, type ErrorCode, type Platform, requireHost, ServiceError } from '@ascent/services';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';

/** What a request brings: the stores, and who asks (null before sign-in). */
export type ApiContext = { platform: Platform; actor: Actor | null; localMailbox: boolean };

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
export const anybody = t.procedure.use(mapped);

export const signedIn = anybody.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'sign in first' });
  return next({ ctx: { platform: ctx.platform, actor: ctx.actor } });
});

/** For anybody else such a procedure does not exist. */
export const hostStaff = signedIn.use(({ ctx, next }) => {
  requireHost(ctx.actor);
  return next({ ctx });
});
