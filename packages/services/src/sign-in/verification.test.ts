import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, expect, inject, test } from 'vitest';
import { authBrowser, freshPlatform, queuedMails } from '../testing';
import { createUser } from '../user/create';
import { createAuth } from './auth';

const { platform, owner, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);

const home = config.portalAddress;
const auth = createAuth({ platform, secret: config.secret, baseUrl: home, trustedOrigins: [home] });
const EMAIL = 'ada@p1.example';
const PASSWORD = 'a password to pass';
await platform.auth.insert(tables.organization).values({ id: 'p1', name: 'One', slug: 'p1' });
await createUser(platform, { email: EMAIL, name: 'Ada', password: PASSWORD, partnerId: 'p1', roles: [] });
await owner.update(tables.user).set({ emailVerified: false }).where(eq(tables.user.email, EMAIL));
const browser = authBrowser(auth, { home });
const signIn = (password: string) =>
  browser.send('/sign-in/email', { email: EMAIL, password, callbackURL: '/verify' });

test('an address that is not confirmed gets a link with the right password only, and then may sign in', async () => {
  expect((await signIn('another password')).status).toBe(401);
  expect(await queuedMails(platform.queue)).toEqual([]);
  const refused = await signIn(PASSWORD);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'EMAIL_NOT_VERIFIED' });
  expect(await browser.session()).toBe(null);
  const [mail] = await queuedMails(platform.queue);
  expect(mail).toMatchObject({ to: EMAIL, subject: expect.stringContaining('Confirm your address') });
  const link = new URL(/^http\S+$/m.exec(mail!.text)![0]);
  const followed = await browser.send(link.pathname.replace('/api/auth', '') + link.search);
  expect(followed.status).toBe(302);
  expect(followed.headers.get('location')).toBe('/verify');
  expect((await signIn(PASSWORD)).status).toBe(200);
});

test('asking for the link again says the same for any address', async () => {
  const ask = (email: string) => authBrowser(auth, { home }).send('/send-verification-email', { email });
  const answers = [await ask(EMAIL), await ask('nobody@p1.example')];
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect(await answers[0]!.json()).toEqual(await answers[1]!.json());
  expect(await queuedMails(platform.queue)).toEqual([]);
});
