import { tables } from '@ascent/db';
import { afterAll, expect, inject, test } from 'vitest';
import { authBrowser, freshPlatform } from '../testing';
import { createAuth } from './auth';
import { isOpenPath } from './open-paths';

const { platform, owner, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
const home = config.portalAddress;
const auth = createAuth({ platform, secret: config.secret, baseUrl: home, trustedOrigins: [home] });
const endpoints = Object.values(auth.api).flatMap((each) => ('path' in each ? [String(each.path)] : []));
const concrete = (path: string) => path.replaceAll(/:\w+/g, 'x1');

test('whatever no screen asks for is not there, by any method', async () => {
  const browser = authBrowser(auth, { home });
  const closed = endpoints.filter((path) => !isOpenPath(concrete(path)));
  expect(closed).toEqual(expect.arrayContaining(['/sign-up/email', '/list-sessions', '/sso/register']));
  for (const path of closed)
    for (const body of [undefined, {}])
      expect((await browser.send(concrete(path), body)).status, path).toBe(404);
  expect(await owner.select().from(tables.user)).toEqual([]);
});

test.each([
  '/sign-in/email/',
  '//sign-in/email',
  '/sign-in//email',
  '/Sign-in/email',
  '/sso/callback/a/b',
  '',
])('another spelling (%s) is no way around', async (path) => {
  expect(isOpenPath(path)).toBe(false);
  expect((await authBrowser(auth, { home }).send(path, {})).status).toBe(404);
});

test('what is open is there', () => {
  const open = endpoints.map(concrete).filter(isOpenPath);
  expect(open.length).toBeGreaterThan(20);
});
