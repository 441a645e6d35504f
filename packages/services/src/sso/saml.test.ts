import { tables } from '@ascent/db';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { freshPlatform, samlProvider } from '../testing';
import { addSso } from './add';
import { listSso } from './list';
import type { NewSaml } from './schemas';
import { ssoFixture } from './sso.fixture';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const idp = samlProvider();
const at = await ssoFixture(stores, []);
afterAll(async () => {
  await at.close();
  await stores.drop();
});
afterEach(at.reset);

const DOMAIN = 'p1.example';
const { entityId, signOnUrl, certificate, metadata } = idp;
const BY_METADATA: NewSaml = { kind: 'saml-metadata', domain: DOMAIN, metadata };
const BY_FIELDS: NewSaml = { kind: 'saml', domain: DOMAIN, entityId, signOnUrl, certificate };

async function setUp(input: NewSaml = BY_METADATA) {
  const { id } = await addSso(at.p1, input, at.places);
  await at.prove(at.p1, DOMAIN, id);
  const [{ ours } = { ours: {} as never }] = await listSso(at.p1, at.home);
  return ours as { acsUrl: string; entityId: string; metadataUrl: string };
}
type Twist = Parameters<typeof idp.respond>[1];
async function through(
  ours: { acsUrl: string; entityId: string },
  email: string,
  twist: Partial<Twist> = {},
) {
  const { browser, url } = await at.start({ email: `somebody@${DOMAIN}` });
  expect(url.startsWith(signOnUrl)).toBe(true);
  const form = idp.respond(url, { email, acsUrl: ours.acsUrl, audience: ours.entityId, ...twist });
  const path = new URL(ours.acsUrl).pathname.replace('/api/auth', '');
  const post = () => browser.send(path, form, { origin: 'https://idp.test' });
  const answer = await post();
  const to = answer.headers.get('location');
  return { browser, status: answer.status, to: to ? new URL(to, at.home) : null, post };
}

describe('single sign-on by SAML', () => {
  test.each([BY_METADATA, BY_FIELDS])('signs a member in, set up by $kind', async (input) => {
    const ours = await setUp(input);
    const userId = await at.user('member@p1.example', 'p1');
    const { browser, to } = await through(ours, 'Member@p1.example');
    expect(to?.href).toBe(`${at.home}/accounts`);
    expect((await browser.session())?.user.id).toBe(userId);
    const [line] = await stores.owner.select().from(tables.ssoProvider);
    expect(await stores.owner.select().from(tables.session)).toMatchObject([
      { userId, ssoProviderId: line!.providerId },
    ]);
  });

  test.each<[string, string, Partial<Twist>]>([
    ['whoever was not invited', 'stranger@p1.example', {}],
    ['an address of another domain', 'admin@p2.example', {}],
    ['an assertion without a signature', 'member@p1.example', { unsigned: true }],
    [
      'an assertion that was changed',
      'member@p1.example',
      { changed: (xml) => xml.replace('member@', 'admin@') },
    ],
    ['an assertion for somebody else', 'member@p1.example', { audience: 'https://other.example' }],
    ['an assertion that was sent elsewhere', 'member@p1.example', { acsUrl: 'https://other.example/acs' }],
    ['an assertion that is too old', 'member@p1.example', { minutes: -10 }],
  ])('refuses %s', async (_what, email, twist) => {
    const ours = await setUp();
    await at.user('member@p1.example', 'p1');
    const before = (await stores.owner.select().from(tables.user)).length;
    const { browser, to, status } = await through(ours, email, twist);
    expect(await browser.session()).toBe(null);
    expect(to?.searchParams.has('error') ?? status >= 400).toBe(true);
    expect(await stores.owner.select().from(tables.user)).toHaveLength(before);
  });

  test('takes an answer once', async () => {
    const ours = await setUp();
    await at.user('member@p1.example', 'p1');
    const { browser, post } = await through(ours, 'member@p1.example');
    await browser.send('/sign-out', {});
    await post();
    expect(await browser.session()).toBe(null);
  });

  test('tells the provider who we are', async () => {
    const ours = await setUp();
    const { browser } = await at.start({ email: `x@${DOMAIN}` });
    const { pathname, search } = new URL(ours.metadataUrl);
    const xml = await (await browser.send(pathname.replace('/api/auth', '') + search)).text();
    expect(xml).toContain(`Location="${ours.acsUrl}"`);
    expect(xml).toContain('WantAssertionsSigned="true"');
    expect(xml).toContain(ours.entityId.replaceAll('&', '&amp;'));
  });

  test.each<[string, NewSaml]>([
    ['metadata that is none', { ...BY_METADATA, metadata: '<html></html>' } as NewSaml],
    ['a certificate that is none', { ...BY_FIELDS, certificate: 'abc' } as NewSaml],
  ])('is not set up with %s', async (_what, input) => {
    await expect(addSso(at.p1, input, at.places)).rejects.toMatchObject({ code: 'invalid' });
  });
});
