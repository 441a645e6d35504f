import { tables } from '@ascent/db';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { actorOf } from '../access/actor';
import type { Actor, Platform } from '../context';
import { ServiceError } from '../errors';
import { KeyScope } from './schemas';
import { hashKey } from './token';

/** Writing the last use at every request would make each of them a write. */
const USED_EVERY_MS = 60_000;

export type KeyActor = { actor: Actor; keyId: string; scopes: KeyScope[] };

/**
 * Who acts by a key: its maker, with the rights the maker has now, in the organisation the key is of.
 * Null for a key that is unknown, revoked, expired, or whose maker has left.
 */
export async function actorOfKey(
  platform: Platform,
  token: string,
  now = new Date(),
): Promise<KeyActor | null> {
  const { apiKey, user } = tables;
  // Read above tenants: the key itself says whose it is.
  const [key] = await platform.host
    .select()
    .from(apiKey)
    .where(eq(apiKey.hash, hashKey(token)));
  if (!key || key.revokedAt || (key.expiresAt && key.expiresAt.getTime() <= now.getTime())) return null;
  const [maker] = await platform.auth.select().from(user).where(eq(user.id, key.userId));
  if (!maker) return null;
  const session = {
    userId: maker.id,
    name: maker.name,
    email: maker.email,
    activeOrganizationId: key.partnerId,
  };
  const actor = await actorOf(platform, session).catch((cause: unknown) => {
    if (cause instanceof ServiceError) return null;
    throw cause;
  });
  // A maker who left falls back to another organisation; the key does not follow.
  if (actor?.partnerId !== key.partnerId || actor.via) return null;
  const long = new Date(now.getTime() - USED_EVERY_MS);
  await platform.host
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.id, key.id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, long))));
  return { actor, keyId: key.id, scopes: KeyScope.array().parse(key.scopes) };
}
