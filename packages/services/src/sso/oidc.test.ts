import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { createInvite } from '../invite/create';
import { freshPlatform, startOidcProvider } from '../testing';
import { addSso } from './add';
import { ssoFixture } from './sso.fixture';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { owner } = stores;
const idp = await startOidcProvider();
const at = await ssoFixture(stores, [idp.issuer]);
afterAll(async () => {
  await Promise.all([idp.close(), at.close()]);
  await stores.drop();
});
afterEach(async () => {
  await at.reset();
  await owner.delete(tables.invite);
});

const DOMAIN = 'p1.example';
const setUp = async (proven = true) => {
  const { clientId, clientSecret, issuer } = idp;
  const { id } = await addSso(
    at.p1,
    { kind: 'oidc', domain: DOMAIN, clientId, clientSecret, issuer },
    at.places,
  );
  if (proven) await at.prove(at.p1, DOMAIN, id);
  return id;
};
/** Goes to the provider and comes back, as whoever is signed in there. */
async function through(person: Record<string, unknown>, email = `somebody@${DOMAIN}`) {
  idp.person = { sub: `sub of ${person.email}`, name: 'From The Provider', ...person };
  const { browser, url } = await at.start({ email });
  const there = await fetch(url, { redirect: 'manual' });
  const back = new URL(there.headers.get('location')!);
  const answer = await browser.send(back.pathname.replace('/api/auth', '') + back.search);
  return { browser, to: new URL(answer.headers.get('location')!), status: answer.status };
}
const userCount = async () => (await owner.select().from(tables.user)).length;

describe('single sign-on by OpenID Connect', () => {
  test('signs a member in under the proven domain, and brings them where they were going', async () => {
    const id = await setUp();
    const userId = await at.user('member@p1.example', 'p1');
    for (const _ of ['the first time', 'the second']) {
      const { browser, to } = await through({ email: 'Member@p1.example' });
      expect(to.href).toBe(`${at.home}/accounts`);
      expect((await browser.session())?.user).toMatchObject({ id: userId, name: 'member@p1.example' });
    }
    const ties = await owner.select().from(tables.account).where(eq(tables.account.providerId, id));
    expect(ties).toMatchObject([{ userId }]);
    expect(await owner.select().from(tables.session)).toMatchObject([
      { userId, ssoProviderId: id },
      { userId, ssoProviderId: id },
    ]);
  });

  test('keeps nothing readable that would open the provider: neither the client’s secret nor a token', async () => {
    await setUp();
    await at.user('member@p1.example', 'p1');
    await through({ email: 'member@p1.example' });
    const kept = JSON.stringify([
      await owner.select().from(tables.ssoProvider),
      await owner.select().from(tables.account),
    ]);
    expect(kept).not.toContain(idp.clientSecret);
    expect(kept).not.toMatch(/eyJ/);
    for (const token of idp.tokens) expect(kept).not.toContain(token);
  });

  test('lets in somebody invited, with the roles of the invitation, which is then used', async () => {
    await setUp();
    const invite = {
      email: 'neu@p1.example',
      name: 'Neu',
      roles: [{ role: 'report-viewer' as const, scope: '*' }],
    };
    const { id } = await createInvite(at.p1, invite, at.home);
    const { browser, to } = await through({ email: 'neu@p1.example' });
    expect(to.href).toBe(`${at.home}/accounts`);
    const user = (await browser.session())!.user;
    expect(user).toMatchObject({ email: 'neu@p1.example', emailVerified: true, name: 'From The Provider' });
    const grants = await owner.select().from(tables.roleGrant).where(eq(tables.roleGrant.userId, user.id));
    expect(grants).toMatchObject([{ partnerId: 'p1', role: 'report-viewer', scope: '*' }]);
    const [row] = await owner.select().from(tables.invite).where(eq(tables.invite.id, id));
    expect(row!.acceptedAt).not.toBe(null);
  });

  test.each([
    ['nobody invited', { email: 'stranger@p1.example' }, 'NOT_INVITED'],
    ['an address of another domain', { email: 'admin@p2.example' }, 'OTHER_DOMAIN'],
    ['one of a domain below', { email: 'x@sub.p1.example' }, 'OTHER_DOMAIN'],
    [
      'one that the provider did not verify',
      { email: 'admin@p1.example', email_verified: false },
      'ADDRESS_NOT_VERIFIED',
    ],
  ])('refuses %s, and makes no user', async (_who, person, error) => {
    await setUp();
    const before = await userCount();
    const { browser, to } = await through(person);
    expect(to.pathname).toBe('/sign-in/refused');
    expect(to.searchParams.get('error')).toBe(error);
    expect(await browser.session()).toBe(null);
    expect(await userCount()).toBe(before);
    expect(await owner.select().from(tables.account).where(eq(tables.account.providerId, 'x'))).toEqual([]);
  });

  test('refuses a member of another organisation only', async () => {
    await setUp();
    await at.user('guest@p1.example', 'p2');
    const { to } = await through({ email: 'guest@p1.example' });
    expect(to.searchParams.get('error')).toBe('NOT_INVITED');
  });

  test('does not begin before the domain is proven, nor for a domain that nobody set up', async () => {
    const id = await setUp(false);
    expect(await at.start({ email: 'member@p1.example' })).toMatchObject({
      status: 404,
      code: 'SSO_NOT_SET_UP',
    });
    expect((await at.start({ providerId: id })).status).toBe(401);
    expect((await at.start({ email: 'x@unknown.example' })).status).toBe(404);
  });

  test('a code that was stolen is of no use in another browser, nor twice', async () => {
    await setUp();
    await at.user('member@p1.example', 'p1');
    idp.person = { sub: 's1', email: 'member@p1.example' };
    const { browser, url } = await at.start({ email: 'member@p1.example' });
    const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location')!);
    const path = back.pathname.replace('/api/auth', '') + back.search;
    const thief = await at.start({ email: 'member@p1.example' });
    await thief.browser.send(path);
    expect(await thief.browser.session()).toBe(null);
    await browser.send(path);
    const again = await at.start({ email: 'member@p1.example' });
    await again.browser.send(path);
    expect(await again.browser.session()).toBe(null);
  });

  test('leads to no other site', async () => {
    await setUp();
    const { browser } = await at.start({ email: 'member@p1.example' });
    const body = { email: 'm@p1.example', callbackURL: 'https://bad.example/', errorCallbackURL: at.home };
    expect((await browser.send('/sign-in/sso', body)).status).toBe(403);
  });
});
