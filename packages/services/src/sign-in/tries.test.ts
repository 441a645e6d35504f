import { connectDatabase, tables } from '@ascent/db';
import { like, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { authBrowser, freshPlatform } from '../testing';
import { createUser } from '../user/create';
import { createAuth } from './auth';
import { takeTry } from './tries';

const { platform, owner, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
beforeEach(() => owner.delete(tables.rateLimit));

const home = config.portalAddress;
const options = { platform, secret: config.secret, baseUrl: home, trustedOrigins: [home] };
const auth = createAuth(options);
/** As the other app, or a second process of this one, has it: another instance over the same tables. */
const secondProcess = createAuth(options);
const PASSWORD = 'a password to pass';
await platform.auth.insert(tables.organization).values({ id: 'p1', name: 'One', slug: 'p1' });
for (const name of ['ada', 'rui'])
  await createUser(platform, {
    email: `${name}@p1.example`,
    name,
    password: PASSWORD,
    partnerId: 'p1',
    roles: [],
  });

const signIn = (email: string, password: string, address: string, by = auth) =>
  authBrowser(by, { home, address }).send('/sign-in/email', { email, password });
const statuses = async (count: number, ask: (n: number) => Promise<Response>) => {
  const found: number[] = [];
  for (let n = 0; n < count; n++) found.push((await ask(n)).status);
  return found;
};
const TEN_WRONG = Array(10).fill(401);

describe('in a quarter of an hour', () => {
  test('an account has ten wrong passwords, from wherever and through whichever process', async () => {
    const tried = await statuses(10, (n) =>
      signIn('ada@p1.example', 'wrong one here', `192.0.2.${n}`, n % 2 ? auth : secondProcess),
    );
    expect(tried).toEqual(TEN_WRONG);
    const refused = await signIn('ADA@P1.example', PASSWORD, '192.0.2.99');
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect((await signIn('rui@p1.example', PASSWORD, '192.0.2.99')).status).toBe(200);
  });

  test('an account that does not exist is refused just the same', async () => {
    const tried = await statuses(11, (n) => signIn('nobody@p1.example', 'wrong one here', `192.0.2.${n}`));
    expect(tried).toEqual([...TEN_WRONG, 429]);
  });

  test('an address has ten, whoever it claims to be', async () => {
    const tried = await statuses(11, (n) => signIn(`user${n}@p1.example`, 'wrong one here', '198.51.100.1'));
    expect(tried).toEqual([...TEN_WRONG, 429]);
    const forged = await signIn('ada@p1.example', PASSWORD, '203.0.113.5, 198.51.100.1');
    expect(forged.status).toBe(429);
    expect((await signIn('ada@p1.example', PASSWORD, '198.51.100.2')).status).toBe(200);
  });

  test('tries that come all at once are counted one by one', async () => {
    const tries = Array.from({ length: 25 }, (_, n) =>
      signIn('ada@p1.example', 'wrong one here', `192.0.2.${n}`, n % 2 ? auth : secondProcess),
    );
    const found = (await Promise.all(tries)).map((answer) => answer.status);
    expect(found.filter((status) => status === 401)).toHaveLength(10);
    expect(found.filter((status) => status === 429)).toHaveLength(15);
  });

  test('signing in does not use any up, so that an office does not lock itself out', async () => {
    expect(await statuses(12, () => signIn('ada@p1.example', PASSWORD, '192.0.2.1'))).toEqual(
      Array(12).fill(200),
    );
    expect(await statuses(10, () => signIn('ada@p1.example', 'wrong one here', '192.0.2.1'))).toEqual(
      TEN_WRONG,
    );
    expect((await signIn('ada@p1.example', PASSWORD, '192.0.2.1')).status).toBe(429);
  });

  test('ten links for a new password are asked for, and ten guessed', async () => {
    const browser = authBrowser(auth, { home });
    const ask = () => browser.send('/request-password-reset', { email: 'x@p1.example', redirectTo: home });
    expect(await statuses(11, ask)).toEqual([...Array(10).fill(200), 429]);
    const guess = (n: number) => browser.send('/reset-password', { newPassword: PASSWORD, token: `no${n}` });
    expect(await statuses(11, guess)).toEqual([...Array(10).fill(400), 429]);
  });

  test('ten passkeys are tried', async () => {
    const browser = authBrowser(auth, { home });
    const attempt = (n: number) =>
      browser.send('/passkey/verify-authentication', { response: { id: `k${n}` } });
    expect(await statuses(11, attempt)).toEqual([...Array(10).fill(400), 429]);
  });

  test('a form is no way around', async () => {
    const form = new URLSearchParams({ email: 'ada@p1.example', password: 'wrong one here' }).toString();
    const tried = await statuses(11, (n) =>
      authBrowser(auth, { home, address: `192.0.2.${n}` }).send('/sign-in/email', form),
    );
    expect(tried).toEqual([...TEN_WRONG, 429]);
  });
});

test('the oldest try is free again after a quarter of an hour, and the table names nobody', async () => {
  for (let n = 0; n < 10; n++) expect(await takeTry(platform.auth, ['k'])).toBe(null);
  expect(await takeTry(platform.auth, ['k'])).toBeGreaterThan(890);
  const { rateLimit } = tables;
  await owner
    .update(rateLimit)
    .set({ lastRequest: sql`${rateLimit.lastRequest} - 900001` })
    .where(like(rateLimit.key, '%#3'));
  expect(await takeTry(platform.auth, ['k'])).toBe(null);
  expect(await takeTry(platform.auth, ['k'])).not.toBe(null);
  await takeTry(platform.auth, ['sign-in account ada@p1.example']);
  const rows = await owner.select().from(rateLimit);
  expect(JSON.stringify(rows)).not.toContain('ada@');
});

test('nothing is taken of one key when another has none left', async () => {
  const other = connectDatabase({ url: config.authUrl, max: 1 });
  for (let n = 0; n < 10; n++) await takeTry(other.db, ['full']);
  for (let n = 0; n < 12; n++) expect(await takeTry(other.db, ['full', 'fresh'])).not.toBe(null);
  expect(await takeTry(other.db, ['fresh'])).toBe(null);
  await other.close();
});
