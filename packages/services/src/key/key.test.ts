import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Context } from '../context';
import { changeRights, removePerson } from '../people/change-rights';
import { freshPlatform, partnerActor, syncTestPartners } from '../testing';
import type { Role } from '../user/role';
import { actorOfKey } from './actor';
import { createKey, listKeys, revokeKey } from './keys';
import type { KeyScope } from './schemas';
import { keyOf } from './token';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
afterAll(stores.drop);
await syncTestPartners(stores, ['p1', 'p2']);
await platform.host.insert(tables.location).values({ partnerId: 'p1', locationId: 'L1', name: 'One' });

/** Without a password, which takes long to hash and opens nothing here. */
async function person(partnerId: string, name: string, roles: Role[]): Promise<Context> {
  const [userId, email] = [`${name} of ${partnerId}`, `${name}@${partnerId}.example`];
  await platform.auth.insert(tables.user).values({ id: userId, email, name, emailVerified: true });
  const member = { id: userId, organizationId: partnerId, userId, role: 'member' };
  await platform.auth.insert(tables.member).values(member);
  const grants = roles.map((role) => ({ partnerId, userId, role, scope: '*' }));
  await platform.host.insert(tables.roleGrant).values(grants);
  return { platform, actor: partnerActor(partnerId, { userId, email, name }) };
}
let ada: Context;
let eve: Context;
let seller: Context;
let bob: Context;
beforeEach(async () => {
  ada = await person('p1', 'ada', ['account-admin', 'executive-report-viewer']);
  eve = await person('p1', 'eve', ['account-admin']);
  seller = await person('p1', 'seller', ['executive-report-viewer']);
  bob = await person('p2', 'bob', ['account-admin']);
});
afterEach(async () => {
  await owner.delete(tables.apiKey);
  await owner.delete(tables.roleGrant);
  await owner.delete(tables.user);
});
const make = (who = ada, given: { scopes?: KeyScope[]; expiresAt?: string | null } = {}) =>
  createKey(who, { name: 'sync', scopes: ['reports:read'], expiresAt: null, ...given });
const use = (token: string) => actorOfKey(platform, token);
const NOT_FOUND = { code: 'not-found' };

describe('a key', () => {
  test('is shown once: what is kept is its hash, and no list or log has it', async () => {
    const { id, token } = await make();
    expect(token).toMatch(/^asc_[\w-]{43}$/);
    const [row] = await owner.select().from(tables.apiKey).where(eq(tables.apiKey.id, id));
    const log = await owner.select().from(tables.auditEntry);
    for (const kept of [row, await listKeys(ada), log]) {
      expect(JSON.stringify(kept)).not.toContain(token);
      expect(JSON.stringify(kept)).not.toContain(token.slice(16));
    }
    expect(row!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await listKeys(ada)).toMatchObject([
      { id, name: 'sync', prefix: token.slice(0, 12), madeBy: 'ada', state: 'open', lastUsedAt: null },
    ]);
    expect(JSON.stringify(await listKeys(ada))).not.toContain(row!.hash);
    expect(log.at(-1)).toMatchObject({ action: 'key.create', subject: id, partnerId: 'p1' });
  });

  test('acts as its maker, with the scopes it has, and says when it was used', async () => {
    const { id, token } = await make(ada, { scopes: ['reports:read', 'accounts:read', 'reports:read'] });
    expect(await use(token)).toMatchObject({
      ...{ keyId: id, scopes: ['reports:read', 'accounts:read'] },
      actor: { userId: ada.actor.userId, partnerId: 'p1', locations: '*', seesSensitive: true, via: null },
    });
    const [line] = await listKeys(ada);
    expect(Date.parse(line!.lastUsedAt!)).toBeGreaterThan(Date.now() - 60_000);
  });

  test('may no more than its maker may at that moment', async () => {
    const { token } = await make();
    const { userId } = ada.actor;
    await changeRights(eve, { userId, grants: [{ role: 'report-viewer', scope: 'L1' }] });
    expect((await use(token))!.actor).toMatchObject({
      ...{ locations: ['L1'], seesSensitive: false, isAdmin: false },
    });
    await changeRights(eve, { userId, grants: [] });
    expect((await use(token))!.actor).toMatchObject({ locations: [] });
  });

  test('opens nothing once it is revoked', async () => {
    const { id, token } = await make();
    await revokeKey(ada, id);
    expect(await use(token)).toBe(null);
    expect(await listKeys(ada)).toMatchObject([{ id, state: 'revoked' }]);
    await expect(revokeKey(ada, id)).rejects.toMatchObject(NOT_FOUND);
  });

  test('opens nothing after its last day', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { id, token } = await make(ada, { expiresAt: tomorrow });
    expect(await use(token)).not.toBe(null);
    expect(await actorOfKey(platform, token, new Date(`${tomorrow}T23:59:58Z`))).not.toBe(null);
    expect(await actorOfKey(platform, token, new Date(`${tomorrow}T23:59:59Z`))).toBe(null);
    await owner.update(tables.apiKey).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(await listKeys(ada)).toMatchObject([{ id, state: 'expired' }]);
    await expect(make(ada, { expiresAt: '2020-01-01' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('opens nothing once its maker has left, also where the maker belongs to another organisation', async () => {
    const { token } = await make();
    await owner.insert(tables.member).values({
      ...{ id: 'second', organizationId: 'p2', userId: ada.actor.userId, role: 'member' },
    });
    expect((await use(token))!.actor.partnerId).toBe('p1');
    await removePerson(eve, ada.actor.userId);
    expect(await use(token)).toBe(null);
  });

  test('that nobody made opens nothing', async () => {
    const { token } = await make();
    for (const other of ['', 'asc_', `${token}x`, token.slice(0, -1), token.toUpperCase()])
      expect(await use(other)).toBe(null);
  });

  test('is made, listed and revoked by account admins of its organisation only', async () => {
    const { id, token } = await make();
    for (const ask of [
      () => make(seller),
      () => listKeys(seller),
      () => revokeKey(seller, id),
      () => revokeKey(bob, id),
    ])
      await expect(ask()).rejects.toMatchObject(NOT_FOUND);
    expect(await listKeys(bob)).toEqual([]);
    expect(await use(token)).not.toBe(null);
  });

  test('has a name that can be kept and a scope, and none that there is not', async () => {
    await expect(createKey(ada, { name: 'a\0b', scopes: ['reports:read'], expiresAt: null })).rejects.toThrow(
      'cannot be stored',
    );
    await expect(make(ada, { scopes: [] })).rejects.toThrow();
    await expect(make(ada, { scopes: ['people:write' as KeyScope] })).rejects.toThrow();
    expect(await listKeys(ada)).toEqual([]);
  });

  test('is one of at most fifty that are open', async () => {
    for (let at = 0; at < 50; at++) await make();
    await expect(make()).rejects.toMatchObject({ code: 'conflict' });
    await revokeKey(ada, (await listKeys(ada))[0]!.id);
    await make();
  });
});

test.each([
  [`Bearer asc_${'a'.repeat(43)}`, `asc_${'a'.repeat(43)}`],
  [`bearer asc_${'a'.repeat(43)}`, `asc_${'a'.repeat(43)}`],
  ['Bearer something-else', null],
  [`Basic asc_${'a'.repeat(43)}`, null],
  [`Bearer asc_${'a'.repeat(43)} x`, null],
  ['', null],
  [null, null],
])('the header %j holds the key %j', (header, key) => {
  expect(keyOf(header)).toBe(key);
});
