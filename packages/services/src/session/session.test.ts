import { tables } from '@ascent/db';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createAuth } from '../sign-in/auth';
import { authBrowser, freshPlatform } from '../testing';
import { createUser } from '../user/create';
import type { Identity } from './list';
import { listSessions } from './list';
import { revokeOtherSessions, revokeSession } from './revoke';
import { getSecurity } from './security';

const { platform, owner, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);

const home = config.portalAddress;
const auth = createAuth({ platform, secret: config.secret, baseUrl: home, trustedOrigins: [home] });
const PASSWORD = 'a password to pass';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
await platform.auth.insert(tables.organization).values({ id: 'p1', name: 'One', slug: 'p1' });
for (const name of ['ada', 'rui'])
  await createUser(platform, {
    email: `${name}@p1.example`,
    name,
    password: PASSWORD,
    partnerId: 'p1',
    roles: [],
  });
beforeEach(() => owner.delete(tables.session));

async function signedIn(name: string, address = '198.51.100.7') {
  const browser = authBrowser(auth, { home, address });
  const body = { email: `${name}@p1.example`, password: PASSWORD };
  await browser.send('/sign-in/email', body, { 'user-agent': FIREFOX });
  const found = (await browser.session())!;
  const { id: userId, email } = found.user;
  const identity: Identity = { userId, name, email, sessionId: found.session.id };
  return { browser, identity };
}

describe('one’s sessions', () => {
  test('are listed with device, address and which is this one, and without their tokens', async () => {
    const { identity } = await signedIn('ada');
    await signedIn('ada', '203.0.113.9');
    await signedIn('rui');
    const sessions = await listSessions(platform, identity);
    expect(sessions).toMatchObject([
      { isThis: true, browser: 'Firefox', system: 'Linux', address: '198.51.100.7' },
      { isThis: false, address: '203.0.113.9' },
    ]);
    const tokens = (await owner.select().from(tables.session)).map(({ token }) => token);
    for (const token of tokens) expect(JSON.stringify(sessions)).not.toContain(token);
  });

  test('end one by one: the next request of that browser is nobody’s', async () => {
    const here = await signedIn('ada');
    const there = await signedIn('ada');
    await revokeSession(platform, here.identity, there.identity.sessionId);
    expect(await there.browser.session()).toBe(null);
    expect(await here.browser.session()).not.toBe(null);
  });

  test('end all but this one', async () => {
    const others = [await signedIn('ada'), await signedIn('ada')];
    const here = await signedIn('ada');
    const rui = await signedIn('rui');
    expect(await revokeOtherSessions(platform, here.identity)).toEqual({ ended: 2 });
    for (const { browser } of others) expect(await browser.session()).toBe(null);
    for (const { browser } of [here, rui]) expect(await browser.session()).not.toBe(null);
  });

  test('are nobody else’s to end', async () => {
    const [ada, rui] = [await signedIn('ada'), await signedIn('rui')];
    const foreign = revokeSession(platform, rui.identity, ada.identity.sessionId);
    await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
    expect(await ada.browser.session()).not.toBe(null);
  });

  test('end elsewhere when the password changes, whatever the form says', async () => {
    const there = await signedIn('ada');
    const { browser } = await signedIn('ada');
    const body = { currentPassword: PASSWORD, newPassword: PASSWORD, revokeOtherSessions: false };
    expect((await browser.send('/change-password', body)).status).toBe(200);
    expect(await there.browser.session()).toBe(null);
    expect(await browser.session()).not.toBe(null);
  });
});

test('how one signs in is told without anything secret', async () => {
  const { identity } = await signedIn('ada');
  await platform.auth.insert(tables.passkey).values({
    id: 'k1',
    name: 'Laptop',
    userId: identity.userId,
    publicKey: 'the public key',
    credentialID: 'the credential',
    counter: 0,
    deviceType: 'singleDevice',
    backedUp: false,
    aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4',
  });
  const security = await getSecurity(platform, identity);
  expect(security).toMatchObject({
    email: 'ada@p1.example',
    hasPassword: true,
    twoFactor: false,
    passkeys: [{ id: 'k1', name: 'Laptop', maker: 'Google Password Manager' }],
    sessions: [{ isThis: true }],
  });
  expect(JSON.stringify(security)).not.toMatch(/the public key|the credential/);
});
