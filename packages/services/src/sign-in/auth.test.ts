import { tables } from '@ascent/db';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { freshPlatform, queuedMails } from '../testing';
import { createUser } from '../user/create';
import { createAuth } from './auth';

const { platform, owner, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
afterEach(() => owner.delete(tables.rateLimit));

const HERE = config.portalAddress;
const auth = createAuth({
  platform,
  secret: config.secret,
  baseUrl: HERE,
  trustedOrigins: [config.portalAddress, config.campaignsAddress],
});
const EMAIL = 'ada@partner.example';
const PASSWORD = 'a password to pass';
await platform.auth.insert(tables.organization).values({ id: 'p1', name: 'One', slug: 'p1' });
const { userId } = await createUser(platform, {
  email: EMAIL,
  name: 'Ada',
  password: PASSWORD,
  partnerId: 'p1',
  roles: [],
});

type Sent = { path: string; body?: object; headers?: Record<string, string> };
const send = ({ path, body, headers }: Sent) =>
  auth.handler(
    new Request(`${HERE}/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        origin: HERE,
        'x-forwarded-for': '192.0.2.1',
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
const signIn = (email: string, password: string, headers?: Record<string, string>) =>
  send({ path: '/sign-in/email', body: { email, password }, headers });
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

describe('with the right password', () => {
  test.each([EMAIL, 'ADA@Partner.Example'])(
    '%s is signed in, and the session says who it is',
    async (email) => {
      const answer = await signIn(email, PASSWORD);
      expect(answer.status).toBe(200);
      const headers = new Headers({ cookie: cookieOf(answer) });
      const session = await auth.api.getSession({ headers });
      expect(session?.user).toMatchObject({ id: userId, email: EMAIL, name: 'Ada' });
      expect(session?.session.userId).toBe(userId);
    },
  );

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const cookies = (await signIn(EMAIL, PASSWORD)).headers.getSetCookie();
    const token = cookies.find((each) => each.includes('session_token'))!;
    expect(token).toMatch(/; HttpOnly/i);
    expect(token).toMatch(/; SameSite=Lax/i);
  });

  test('a session ends when one signs out, and a made-up cookie is none', async () => {
    const cookie = cookieOf(await signIn(EMAIL, PASSWORD));
    expect((await send({ path: '/sign-out', body: {}, headers: { cookie } })).status).toBe(200);
    expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).toBe(null);
    const forged = cookie.replace(/=[^.;]+/, '=somebody');
    expect(await auth.api.getSession({ headers: new Headers({ cookie: forged }) })).toBe(null);
    expect(await auth.api.getSession({ headers: new Headers() })).toBe(null);
  });
});

describe('without it', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const [wrong, unknown] = [
      await signIn(EMAIL, 'another password'),
      await signIn('nobody@partner.example', PASSWORD),
    ];
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await unknown.json()).toEqual(await wrong.json());
    expect([wrong, unknown].map((each) => each.headers.getSetCookie())).toEqual([[], []]);
  });

  test('nobody signs up', async () => {
    const body = { email: 'eve@x.example', password: PASSWORD, name: 'Eve' };
    const answer = await send({ path: '/sign-up/email', body });
    expect(answer.status).toBe(404);
    const users = await owner.select().from(tables.user);
    expect(users.map((user) => user.email)).toEqual([EMAIL]);
  });

  test('nobody founds an organisation or joins one', async () => {
    const cookie = cookieOf(await signIn(EMAIL, PASSWORD));
    const body = { name: 'Mine', slug: 'host2' };
    const answer = await send({ path: '/organization/create', body, headers: { cookie } });
    expect(answer.status).toBe(404);
    const joining = {
      path: '/organization/set-active',
      body: { organizationId: 'host' },
      headers: { cookie },
    };
    expect((await send(joining)).status).toBeGreaterThanOrEqual(400);
    expect(await owner.select().from(tables.organization)).toHaveLength(1);
  });

  test('nobody gives themselves another name', async () => {
    const cookie = cookieOf(await signIn(EMAIL, PASSWORD));
    const answer = await send({ path: '/update-user', body: { name: 'Support' }, headers: { cookie } });
    expect(answer.status).toBe(404);
  });

  test('another site cannot send the form', async () => {
    const cookie = cookieOf(await signIn(EMAIL, PASSWORD));
    const answer = await signIn(EMAIL, PASSWORD, { origin: 'https://bad.example', cookie });
    expect(answer.status).toBe(403);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, redirectTo = `${HERE}/reset`) =>
    send({ path: '/request-password-reset', body: { email, redirectTo } });

  test('is mailed a link that changes it once, to a long enough one', async () => {
    await queuedMails(platform.queue);
    expect((await ask(EMAIL)).status).toBe(200);
    const mails = await queuedMails(platform.queue);
    expect(mails).toMatchObject([{ to: EMAIL, subject: expect.stringContaining('new password') }]);
    const token = /reset-password\/([\w-]+)/.exec(mails[0]!.text)![1];
    const reset = (newPassword: string) => send({ path: '/reset-password', body: { newPassword, token } });
    expect((await reset('too short')).status).toBe(400);
    expect((await reset('a new password to pass')).status).toBe(200);
    expect((await reset('a third password to pass')).status).toBe(400);
    expect((await signIn(EMAIL, 'a new password to pass')).status).toBe(200);
    expect((await signIn(EMAIL, PASSWORD)).status).toBe(401);
  });

  test('gets the same answer for an address that is not known, and no mail', async () => {
    const [known, unknown] = [await ask(EMAIL), await ask('nobody@partner.example')];
    expect(unknown.status).toBe(known.status);
    expect(await unknown.json()).toEqual(await known.json());
    expect((await queuedMails(platform.queue)).map((mail) => mail.to)).toEqual([EMAIL]);
  });

  test('leads to no other site', async () => {
    expect((await ask(EMAIL, 'https://bad.example/reset')).status).toBe(403);
    expect(await queuedMails(platform.queue)).toEqual([]);
  });
});
