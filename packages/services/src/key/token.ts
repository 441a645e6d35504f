import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'asc_';
const SHOWN = 12;

/** A key as its maker sees it once; its hash and first characters are what is kept. */
export function newKeyToken(): { token: string; hash: string; prefix: string } {
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashKey(token), prefix: token.slice(0, SHOWN) };
}

/** 256 random bits need no slow hash. */
export function hashKey(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The key of a request's header; null where there is none that looks like ours. */
export function keyOf(authorization: string | null): string | null {
  const token = /^Bearer\s+(asc_[\w-]{40,60})$/i.exec(authorization ?? '')?.[1];
  return token ?? null;
}
