import { tables } from '@ascent/db';
import { verifyPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyAudit } from '../audit/verify';
import { freshPlatform } from '../testing';
import { createUser, type NewUser } from './create';

const { platform, owner, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
await platform.auth.insert(tables.organization).values([
  { id: 'p1', name: 'One', slug: 'p1' },
  { id: 'p2', name: 'Two', slug: 'p2' },
]);

const ada: NewUser = {
  email: 'Ada@Partner.example',
  name: 'Ada',
  password: 'the first password',
  partnerId: 'p1',
  roles: [
    { role: 'report-viewer', scope: '*' },
    { role: 'campaign-manager', scope: 'L1' },
  ],
};
const counts = async () => ({
  users: (await owner.select().from(tables.user)).length,
  credentials: (await owner.select().from(tables.account)).length,
  memberships: (await owner.select().from(tables.member)).length,
  grants: (await owner.select().from(tables.roleGrant)).length,
});
const passwordIs = async (userId: string, password: string) => {
  const [row] = await owner.select().from(tables.account).where(eq(tables.account.userId, userId));
  return verifyPassword({ hash: row!.password!, password });
};

test('a user is made verified, with a hashed password, a membership and its roles, and it is on record', async () => {
  const { userId } = await createUser(platform, ada);
  expect(await counts()).toEqual({ users: 1, credentials: 1, memberships: 1, grants: 2 });
  const [user] = await owner.select().from(tables.user);
  expect(user).toMatchObject({ id: userId, email: 'ada@partner.example', emailVerified: true });
  expect(await passwordIs(userId, 'the first password')).toBe(true);
  expect(await passwordIs(userId, 'another password')).toBe(false);
  const [entry] = await owner.select().from(tables.auditEntry);
  expect(entry).toMatchObject({ partnerId: 'p1', action: 'user.create', subject: userId });
  expect(JSON.stringify(entry)).not.toContain('the first password');
});

test('making it again changes nothing but the password, however the address is written', async () => {
  const before = await owner.select().from(tables.user);
  const { userId } = await createUser(platform, {
    ...ada,
    email: 'ADA@PARTNER.EXAMPLE',
    password: 'the second password',
  });
  expect(await owner.select().from(tables.user)).toEqual(before);
  expect(await counts()).toEqual({ users: 1, credentials: 1, memberships: 1, grants: 2 });
  expect(await passwordIs(userId, 'the first password')).toBe(false);
  expect(await passwordIs(userId, 'the second password')).toBe(true);
});

test('a second organisation gets the same user, with the roles given there', async () => {
  await createUser(platform, {
    ...ada,
    partnerId: 'p2',
    roles: [{ role: 'executive-report-viewer', scope: '*' }],
  });
  expect(await counts()).toEqual({ users: 1, credentials: 1, memberships: 2, grants: 3 });
  expect((await verifyAudit(platform.host)).broken).toEqual([]);
});

test('an organisation that does not exist is named and nothing is made', async () => {
  const made = createUser(platform, { ...ada, email: 'eve@x.example', partnerId: 'p9' });
  await expect(made).rejects.toMatchObject({ code: 'not-found', message: 'there is no organisation p9' });
  expect((await counts()).users).toBe(1);
});
