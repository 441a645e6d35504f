'use client';
import type { Root } from '@ascent/api';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import superjson from 'superjson';

export const trpc = createTRPCClient<Root>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: superjson })],
});

const FAILURES = {
  FORBIDDEN: 'forbidden',
  UNAUTHORIZED: 'signedOut',
  BAD_REQUEST: 'invalid',
  NOT_FOUND: 'noRelease',
} as const;

export type Failure = (typeof FAILURES)[keyof typeof FAILURES] | 'unavailable';

/** Which words to say of a failed change; the server's own are in one language. */
export function failureCode(cause: unknown): Failure {
  const code = cause instanceof TRPCClientError ? String(cause.data?.code ?? '') : '';
  return isKnown(code) ? FAILURES[code] : 'unavailable';
}

function isKnown(code: string): code is keyof typeof FAILURES {
  return code in FAILURES;
}
