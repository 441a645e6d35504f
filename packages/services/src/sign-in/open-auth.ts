import type { Auth, AuthOptions } from './auth';

export type { Auth, AuthOptions };

/** `createAuth`, read when it is asked for: commands and the worker sign nobody in, and reading it takes seconds. */
export async function openAuth(options: AuthOptions): Promise<Auth> {
  const { createAuth } = await import('./auth');
  return createAuth(options);
}
