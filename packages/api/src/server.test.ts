import { createUser, type PlatformConfig } from '@ascent/services';
import { freshPlatform, publishRelease, syncTestPartners } from '@ascent/services/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { keptApiServer } from './kept-server';
import { createApiServer } from './server';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { config, platform } = stores;
afterAll(stores.drop);

const HERE = config.portalAddress;
const server = await createApiServer(config, HERE);
const PASSWORD = 'a password to pass';
await syncTestPartners(stores, ['p1']);
for (const [email, partnerId] of [
  ['ada@p1.example', 'p1'],
  ['hans@host.example', 'host'],
] as const)
  await createUser(platform, {
    email,
    name: email,
    password: PASSWORD,
    partnerId,
    roles: partnerId === 'host' ? [{ role: 'host-staff', scope: '*' }] : [],
  });

async function cookieOf(email: string): Promise<string> {
  const answer = await server.handleAuth(
    new Request(`${HERE}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: HERE },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  );
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
const ada = await cookieOf('ada@p1.example');
const hans = await cookieOf('hans@host.example');

type Call = { path: string; input?: unknown; method?: string; headers?: Record<string, string> };
async function call({ path, input, method = 'GET', headers = {} }: Call) {
  const json = JSON.stringify({ json: input ?? null });
  const query = method === 'GET' && input ? `?input=${encodeURIComponent(json)}` : '';
  const answer = await server.handleTrpc(
    new Request(`${HERE}/api/trpc/${path}${query}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'POST' ? { body: json } : {}),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, text, json: () => JSON.parse(text) };
}
const ticket = {
  topic: 'portal',
  problemType: 'report',
  summary: 'The file is empty',
  details: 'I downloaded it twice today.',
};
const open = (headers: Record<string, string>) =>
  call({ path: 'ticket.open', method: 'POST', input: ticket, headers: { cookie: ada, ...headers } });

describe('a change', () => {
  test.each([config.portalAddress, config.campaignsAddress])(
    'is taken from our own page at %s',
    async (origin) => {
      const answer = await open({ origin });
      expect(answer.status).toBe(200);
      expect(answer.json().result.data.json).toEqual({ id: expect.any(String), number: expect.any(Number) });
    },
  );

  test('is taken from what is no browser and names no origin', async () => {
    expect((await open({})).status).toBe(200);
  });

  test.each([
    'https://bad.example',
    'null',
    `${'http://portal.test'}.bad.example`,
    'http://PORTAL.test:8080',
    '',
  ])('from another site (%j) is refused and changes nothing', async (origin) => {
    const own = async () =>
      (await call({ path: 'ticket.listOwn', headers: { cookie: ada } })).json().result.data.json.length;
    const before = await own();
    expect(await open({ origin })).toMatchObject({ status: 403, text: 'cross-site request' });
    expect(await own()).toBe(before);
  });

  test('cannot be made by following a link', async () => {
    const answer = await call({ path: 'ticket.open', input: ticket, headers: { cookie: ada } });
    expect(answer.status).toBe(405);
  });
});

describe('who asks', () => {
  test('is told by the cookie', async () => {
    const me = await call({ path: 'session.me', headers: { cookie: ada } });
    expect(me.json().result.data.json).toMatchObject({
      email: 'ada@p1.example',
      partnerId: 'p1',
      kind: 'partner',
    });
    expect((await call({ path: 'session.me' })).json().result.data.json).toBe(null);
    expect(await server.actor(new Headers({ cookie: hans }))).toMatchObject({ kind: 'host' });
    expect(await server.actor(new Headers())).toBe(null);
  });

  test('decides what there is: 401 signed out, 404 for what is the host’s', async () => {
    expect((await call({ path: 'ticket.queue' })).status).toBe(401);
    expect((await call({ path: 'ticket.queue', headers: { cookie: ada } })).status).toBe(404);
    expect((await call({ path: 'ticket.queue', headers: { cookie: hans } })).status).toBe(200);
    expect((await call({ path: 'ticket.nothing', headers: { cookie: hans } })).status).toBe(404);
  });

  test('is the same for server components', async () => {
    const caller = await server.caller(new Headers({ cookie: ada }));
    expect(await caller.session.me()).toMatchObject({ partnerId: 'p1' });
    await expect(caller.ticket.queue()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const nobody = await server.caller(new Headers());
    await expect(nobody.ticket.listOwn()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

describe('a file', () => {
  test('is for whoever is signed in, and not there before a release', async () => {
    expect((await server.reportFile(new Headers(), { report: 'azure' })).status).toBe(401);
    const none = await server.reportFile(new Headers({ cookie: ada }), { report: 'azure' });
    expect([none.status, await none.text()]).toEqual([404, 'no release has been published yet']);
    const missing = '00000000-0000-4000-8000-000000000000';
    expect((await server.audienceFile(new Headers(), missing)).status).toBe(401);
    expect((await server.audienceFile(new Headers({ cookie: ada }), missing)).status).toBe(404);
  });
});

test('what went wrong inside never reaches a browser', async () => {
  // The release is there, its rows are not: this server looks for them in a database that does not exist.
  await publishRelease(stores, { id: '2026-10.1' });
  const answer = await call({ path: 'account.list', input: {}, headers: { cookie: ada } });
  expect(answer.status).toBe(500);
  expect(answer.json().error.json.message).toBe('something went wrong on our side');
  const wrong = await call({ path: 'account.list', input: { product: 'X' }, headers: { cookie: ada } });
  expect(wrong.status).toBe(400);
  expect(wrong.json().error.json.message).toBe('product: X is not in the catalogue');
});

test('a server is kept for the process, and one that could not connect is not', async () => {
  const broken: PlatformConfig = { ...config, queueUrl: 'postgres://127.0.0.1:1/none' };
  await expect(keptApiServer(() => ({ config: broken, address: HERE }))).rejects.toThrow();
  const kept = await keptApiServer(() => ({ config, address: HERE }));
  const again = await keptApiServer(() => {
    throw new Error('it is not asked again');
  });
  expect(again).toBe(kept);
});
