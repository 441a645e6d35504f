import { randomUUID } from 'node:crypto';
import { tables, withTenant } from '@ascent/db';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound, ServiceError } from '../errors';
import { type KeyLine, KeyScope, NewKey } from './schemas';
import { newKeyToken } from './token';

const KEYS_MAX = 50;

/** Makes a key and tells it this once. */
export async function createKey(context: Context, input: NewKey): Promise<{ id: string; token: string }> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { name, scopes, expiresAt } = NewKey.parse(input);
  const until = expiresAt === null ? null : new Date(`${expiresAt}T23:59:59Z`);
  if (until && until.getTime() <= Date.now()) throw new ServiceError('invalid', 'expiresAt: is in the past');
  const { token, hash, prefix } = newKeyToken();
  const id = randomUUID();
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    const open = await tx
      .select({ id: tables.apiKey.id })
      .from(tables.apiKey)
      .where(isNull(tables.apiKey.revokedAt));
    if (open.length >= KEYS_MAX)
      throw new ServiceError('conflict', `keys: there are ${KEYS_MAX}; revoke one first`);
    await tx.insert(tables.apiKey).values({
      ...{ id, partnerId: actor.partnerId, userId: actor.userId, name, prefix, hash },
      ...{ scopes: [...new Set(scopes)], expiresAt: until },
    });
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'key.create',
      subject: id,
      detail: { name, scopes, expiresAt },
    });
  });
  return { id, token };
}

/** Its next use is refused. */
export async function revokeKey(context: Context, id: string): Promise<void> {
  await requireAdmin(context);
  const { platform, actor } = context;
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    const ended = await tx
      .update(tables.apiKey)
      .set({ revokedAt: new Date() })
      .where(and(eq(tables.apiKey.id, id), isNull(tables.apiKey.revokedAt)))
      .returning({ id: tables.apiKey.id });
    if (ended.length === 0) throw notFound('the key');
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'key.revoke',
      subject: id,
      detail: {},
    });
  });
}

export async function listKeys(context: Context): Promise<KeyLine[]> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.apiKey).orderBy(desc(tables.apiKey.createdAt)).limit(200),
  );
  const people = await platform.auth
    .select({ id: tables.user.id, name: tables.user.name })
    .from(tables.user)
    .innerJoin(tables.member, eq(tables.member.userId, tables.user.id))
    .where(eq(tables.member.organizationId, actor.partnerId));
  const now = Date.now();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, prefix: row.prefix, scopes: KeyScope.array().parse(row.scopes) },
    madeBy: people.find((each) => each.id === row.userId)?.name ?? row.userId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    state: row.revokedAt ? 'revoked' : row.expiresAt && row.expiresAt.getTime() <= now ? 'expired' : 'open',
  }));
}
