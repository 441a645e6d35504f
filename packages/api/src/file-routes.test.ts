import { revokeKey } from '@ascent/services';
import { ALPHA, freshPlatform, PASSWORD, SENSITIVE, twoPartners } from '@ascent/services/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { createApiServer } from './server';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);
const { platform } = stores;
const { actors, ids, secrets } = await twoPartners(stores);
const [found] = await stores.jobs.query({
  ...{ sql: 'SELECT currentDatabase() AS name', schema: z.object({ name: z.string() }) },
});
// The server finds the same rows: a database can be named in the address.
const warehouseUrl = new URL(found!.name, stores.config.warehouseUrl).href;
const HERE = stores.config.portalAddress;
const server = await createApiServer({ ...stores.config, warehouseUrl }, HERE);

async function cookieOf(email: string): Promise<Headers> {
  const answer = await server.handleAuth(
    new Request(`${HERE}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: HERE },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  );
  expect(answer.status).toBe(200);
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  return new Headers({ cookie: cookies.join('; ') });
}
const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
const signedIn = {
  ada: await cookieOf(actors.ada.email),
  lou: await cookieOf(actors.lou.email),
  vera: await cookieOf(actors.vera.email),
  bob: await cookieOf(actors.bob.email),
};
const dee = await cookieOf(actors.via.email);
const keyOf = async (who: Headers, scopes: ('accounts:read' | 'reports:read' | 'audiences:read')[]) =>
  (await server.caller(who)).key.create({ name: 'X', scopes });
const every = ['accounts:read', 'reports:read', 'audiences:read'] as const;
const bobsKey = await keyOf(signedIn.bob, [...every]);

/** Every file route, asked for Alpha's. */
const FILES = {
  report: (who: Headers) => server.reportFile(who, { report: 'security' }),
  agreements: (who: Headers) => server.reportFile(who, { report: 'agreement-renewal' }),
  asked: (who: Headers) =>
    server.reportFile(who, { report: 'security', filters: { accounts: [ids.account, ids.otherAccount] } }),
  view: (who: Headers) => server.viewFile(who, queryOf({})),
  chosen: (who: Headers) => server.viewFile(who, queryOf({ accounts: [ids.account, ids.otherAccount] })),
  audience: (who: Headers) => server.audienceFile(who, ids.audience),
};
type Name = keyof typeof FILES;
const names = Object.keys(FILES) as Name[];
function queryOf(given: { accounts?: string[]; columns?: string[]; search?: string }) {
  return given as Parameters<typeof server.viewFile>[1];
}
const get = async (name: Name, who: Headers) => {
  const answer = await FILES[name](who);
  // Not text(): that drops a byte order mark.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  return { status: answer.status, text };
};

test.each(names)('the file “%s” is for nobody who is not signed in', async (name) => {
  for (const who of [new Headers(), bearer('asc_none'), bearer(`asc_${'x'.repeat(43)}`)])
    expect(await get(name, who)).toEqual({ status: 401, text: 'sign in first' });
});

describe.each([
  ['session', () => signedIn.bob],
  ['key', () => bearer(bobsKey.token)],
] as const)('by another tenant’s %s', (_by, who) => {
  test.each(names)('the file “%s” holds no trace of Alpha', async (name) => {
    const { status, text } = await get(name, who());
    expect(status).toBe(name === 'audience' ? 404 : 200);
    expect(text.toLowerCase()).not.toContain(ALPHA);
    expect(text).not.toMatch(/91827|77777/);
    if (name === 'report' || name === 'view') expect(text).toContain('bravo company 1');
  });
});

describe.each([
  ['session', () => signedIn.ada],
  ['key', () => bearer(secrets.keyToken)],
] as const)('by Alpha’s own %s', (_by, who) => {
  test.each(names)('the file “%s” holds both locations', async (name) => {
    const { status, text } = await get(name, who());
    expect(status).toBe(200);
    for (const n of [1, 2])
      expect(text).toMatch(new RegExp(`${ALPHA} ${name === 'agreements' ? 'agreement' : 'company'} ${n}`));
  });

  test('the executive’s files hold what is sensitive', async () => {
    expect((await get('report', who())).text).toContain(SENSITIVE.band);
    expect((await get('view', who())).text).toContain(SENSITIVE.band);
    expect((await get('agreements', who())).text).toContain('7777777.00');
  });
});

test.each(names)('the file “%s” holds only the location that one sees', async (name) => {
  const { status, text } = await get(name, signedIn.lou);
  expect(status).toBe(200);
  expect(text).toMatch(new RegExp(`${ALPHA} \\w+ 1`));
  expect(text).not.toMatch(new RegExp(`${ALPHA}(-| \\w+ )2|918272`));
});

test.each(names)('the file “%s” of a report viewer holds nothing sensitive', async (name) => {
  const { status, text } = await get(name, signedIn.vera);
  expect(status).toBe(200);
  expect(text).toContain(ALPHA);
  expect(text).not.toMatch(/\$25K|7777777|Revenue(,|\n|$)|RevenuePotential/);
});

describe('a distributor', () => {
  test('gets the reseller’s rows while the leave lasts, and its own again afterwards', async () => {
    const mine = async () => (await get('view', dee)).text.includes(ALPHA);
    expect(await mine()).toBe(false);
    const caller = await server.caller(dee);
    await caller.session.switchTo({ organisationId: ALPHA });
    expect(await server.actor(dee)).toMatchObject({ partnerId: ALPHA, via: { partnerId: 'distro' } });
    expect(await mine()).toBe(true);
    const changing = await server.caller(dee);
    await expect(changing.view.save({ name: 'X', query: '', audience: 'team' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await (await server.caller(signedIn.ada)).distributor.revoke({ id: ids.access });
    expect(await mine()).toBe(false);
    expect(await server.actor(dee)).toMatchObject({ partnerId: 'distro', via: null });
  });
});

describe('a key', () => {
  test('opens only what its scopes name', async () => {
    const { token } = await keyOf(signedIn.ada, ['reports:read']);
    const statuses = await Promise.all(
      names.map(async (name) => [name, (await get(name, bearer(token))).status]),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      ...{ report: 200, agreements: 200, asked: 200, view: 401, chosen: 401, audience: 401 },
    });
  });

  test('is no session: it changes nothing and reads no page', async () => {
    const caller = await server.caller(bearer(secrets.keyToken));
    await expect(caller.account.list({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await caller.session.me()).toBe(null);
  });

  test('that was revoked opens nothing, whatever session is sent beside it', async () => {
    const { id, token } = await keyOf(signedIn.ada, [...every]);
    const both = new Headers(signedIn.ada);
    both.set('authorization', `Bearer ${token}`);
    expect((await get('view', both)).status).toBe(200);
    await revokeKey({ platform, actor: actors.ada }, id);
    for (const name of names) {
      expect((await get(name, bearer(token))).status).toBe(401);
      expect((await get(name, both)).status).toBe(401);
    }
  });
});

test('every file has the separator, the decimal sign and the byte order mark of its organisation', async () => {
  const calls = await server.caller(signedIn.ada);
  const before = await calls.setting.get();
  const wanted = { csvSeparator: ';' as const, decimal: ',' as const, bom: true };
  for (const name of names) {
    await calls.setting.change(before);
    const plain = await get(name, signedIn.ada);
    await calls.setting.change({ ...before, ...wanted });
    const shaped = await get(name, signedIn.ada);
    expect([name, shaped.text.startsWith('\ufeff'), plain.text.startsWith('\ufeff')]).toEqual([
      name,
      true,
      false,
    ]);
    const head = (text: string) => text.replace('\ufeff', '').split('\n')[0]!;
    expect(head(shaped.text)).toBe(head(plain.text).replaceAll(',', ';'));
  }
  await calls.setting.change({ ...before, ...wanted });
  const { text } = await get('agreements', signedIn.ada);
  await calls.setting.change(before);
  expect(text).toMatch(/;\d+,\d\d;/);
  expect((await get('agreements', signedIn.bob)).text.startsWith('\ufeff')).toBe(false);
});
