import { tables } from '@ascent/db';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { authBrowser, freshPlatform, totpOf } from '../testing';
import { createUser } from '../user/create';
import { createAuth } from './auth';

const { platform, owner, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);

const home = config.portalAddress;
const auth = createAuth({ platform, secret: config.secret, baseUrl: home, trustedOrigins: [home] });
const PASSWORD = 'a password to pass';
const EMAIL = 'ada@p1.example';
await platform.auth.insert(tables.organization).values({ id: 'p1', name: 'One', slug: 'p1' });
const browser = (address = '192.0.2.1') => authBrowser(auth, { home, address });
const password = (by: ReturnType<typeof browser>, email = EMAIL) =>
  by.send('/sign-in/email', { email, password: PASSWORD });

let address: string;
let codes: string[];
beforeEach(async () => {
  await createUser(platform, { email: EMAIL, name: 'Ada', password: PASSWORD, partnerId: 'p1', roles: [] });
  const ada = browser();
  await password(ada);
  const enabled = await ada.send('/two-factor/enable', { password: PASSWORD });
  ({ totpURI: address, backupCodes: codes } = (await enabled.json()) as {
    totpURI: string;
    backupCodes: string[];
  });
  expect((await ada.send('/two-factor/verify-totp', { code: totpOf(address) })).status).toBe(200);
});
afterEach(async () => {
  await owner.delete(tables.rateLimit);
  await owner.delete(tables.user);
});

describe('once it is on', () => {
  test('the password alone gives no session, the code does, and it names Ascent', async () => {
    expect(address).toContain('issuer=Ascent');
    const ada = browser();
    expect(await (await password(ada)).json()).toMatchObject({ twoFactorRedirect: true });
    expect(await ada.session()).toBe(null);
    expect((await ada.send('/two-factor/verify-totp', { code: totpOf(address) })).status).toBe(200);
    expect((await ada.session())?.user.email).toBe(EMAIL);
  });

  test('a recovery code works in place of it, once', async () => {
    expect(new Set(codes).size).toBe(10);
    for (const each of codes) expect(each).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
    const [code] = codes;
    for (const status of [200, 401]) {
      const ada = browser();
      await password(ada);
      expect((await ada.send('/two-factor/verify-backup-code', { code })).status).toBe(status);
      expect((await ada.session()) === null).toBe(status !== 200);
    }
  });

  test('neither the secret nor a recovery code is readable in the table', async () => {
    const [row] = await owner.select().from(tables.twoFactor);
    const secret = new URL(address).searchParams.get('secret')!;
    expect(JSON.stringify(row)).not.toContain(secret);
    for (const code of codes) expect(row!.backupCodes).not.toContain(code);
  });

  test('a device that is trusted is not asked again, another is', async () => {
    const ada = browser();
    await password(ada);
    await ada.send('/two-factor/verify-totp', { code: totpOf(address), trustDevice: true });
    await ada.send('/sign-out', {});
    expect(await (await password(ada)).json()).not.toHaveProperty('twoFactorRedirect');
    expect((await ada.session())?.user.email).toBe(EMAIL);
    expect(await (await password(browser())).json()).toMatchObject({ twoFactorRedirect: true });
  });

  test('ten codes are guessed in a quarter of an hour, however often the password is given anew', async () => {
    const found: number[] = [];
    for (let n = 0; n < 11; n++) {
      const eve = browser(`198.51.100.${n}`);
      await password(eve);
      found.push((await eve.send('/two-factor/verify-totp', { code: '000000' })).status);
    }
    expect(found).toEqual([...Array(10).fill(401), 429]);
    const late = browser('198.51.100.99');
    await password(late);
    const refused = await late.send('/two-factor/verify-totp', { code: totpOf(address) });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(800);
  });

  test('it is not taken off, nor given new codes, without the password', async () => {
    const ada = browser();
    await password(ada);
    await ada.send('/two-factor/verify-totp', { code: totpOf(address) });
    for (const path of ['/two-factor/disable', '/two-factor/generate-backup-codes'])
      expect((await ada.send(path, { password: 'another password' })).status).toBe(400);
    const anew = await ada.send('/two-factor/generate-backup-codes', { password: PASSWORD });
    const { backupCodes } = (await anew.json()) as { backupCodes: string[] };
    expect(backupCodes.some((code) => codes.includes(code))).toBe(false);
    expect((await ada.send('/two-factor/disable', { password: PASSWORD })).status).toBe(200);
    const again = browser();
    await password(again);
    expect((await again.session())?.user.email).toBe(EMAIL);
  });
});
