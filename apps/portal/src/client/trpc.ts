'use client';
import type { Root } from '@ascent/api';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import superjson from 'superjson';

export const trpc = createTRPCClient<Root>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: superjson })],
});

/** Which words to say of a failed change; the server's own are in one language. */
export function failureCode(
  cause: unknown,
): 'tooMany' | 'invalid' | 'signedOut' | 'conflict' | 'unavailable' {
  const code = cause instanceof TRPCClientError ? String(cause.data?.code ?? '') : '';
  if (code === 'TOO_MANY_REQUESTS') return 'tooMany';
  if (code === 'BAD_REQUEST') return 'invalid';
  if (code === 'UNAUTHORIZED') return 'signedOut';
  return code === 'CONFLICT' ? 'conflict' : 'unavailable';
}
