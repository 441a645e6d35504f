import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FrontError } from './front-error';

export const USERS = ['portal', 'export', 'jobs'] as const;
export type UserName = (typeof USERS)[number];
export type Tokens = Record<UserName, string>;

export type Profile = { lane: 'short' | 'heavy'; readonly: boolean; secondsMax: number; priority: number };

/** A user names its lane: short reads, long reads, or everything. */
export const PROFILES: Record<UserName, Profile> = {
  portal: { lane: 'short', readonly: true, secondsMax: 30, priority: 1 },
  export: { lane: 'heavy', readonly: true, secondsMax: 600, priority: 10 },
  jobs: { lane: 'heavy', readonly: false, secondsMax: 600, priority: 10 },
};

/** The user of a request; every comparison takes the same time. */
export function authenticate(request: IncomingMessage, query: URLSearchParams, tokens: Tokens): UserName {
  const { user, password } = credentials(request, query);
  let known: UserName | null = null;
  for (const name of USERS) {
    const same = timingSafeEqual(digest(`${user}:${password}`), digest(`${name}:${tokens[name]}`));
    if (same) known = name;
  }
  if (!known) throw new FrontError(401, 516, 'Authentication failed: wrong user or password');
  return known;
}

function credentials(request: IncomingMessage, query: URLSearchParams): { user: string; password: string } {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Basic ')) {
    const [user = '', ...rest] = Buffer.from(authorization.slice(6), 'base64').toString('utf8').split(':');
    return { user, password: rest.join(':') };
  }
  return {
    user: String(request.headers['x-clickhouse-user'] ?? query.get('user') ?? ''),
    password: String(request.headers['x-clickhouse-key'] ?? query.get('password') ?? ''),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
