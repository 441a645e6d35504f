'use client';
import type { Client } from './trpc-client';

type Calls = { [name: string]: Calls } & ((...args: unknown[]) => unknown);

/** The procedures of the server. What sends them is loaded by the first call: it is no part of a page's first load. */
export const trpc = calls([]) as unknown as Client;

function calls(path: readonly string[]): Calls {
  return new Proxy((() => undefined) as unknown as Calls, {
    get: (_target, name) => calls([...path, String(name)]),
    apply: async (_target, _self, args: unknown[]) => {
      const { client } = await import('./trpc-client');
      const found = path.reduce<Calls>((at, name) => at[name]!, client as unknown as Calls);
      return found(...args);
    },
  });
}

/** Which words to say of a failed change; the server's own are in one language. */
export function failureCode(
  cause: unknown,
): 'tooMany' | 'invalid' | 'signedOut' | 'conflict' | 'unavailable' {
  const code = codeOf(cause);
  if (code === 'TOO_MANY_REQUESTS') return 'tooMany';
  if (code === 'BAD_REQUEST') return 'invalid';
  if (code === 'UNAUTHORIZED') return 'signedOut';
  return code === 'CONFLICT' ? 'conflict' : 'unavailable';
}

/** By its shape: the class of the error comes with the client. */
function codeOf(cause: unknown): string {
  const data = cause instanceof Error && 'data' in cause ? (cause.data as { code?: unknown } | null) : null;
  return String(data?.code ?? '');
}
