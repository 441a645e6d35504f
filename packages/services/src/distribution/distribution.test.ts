import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { actorOf } from '../access/actor';
import { freshPlatform, nextMonth, partnerActor, syncTestPartners } from '../testing';
import { createUser } from '../user/create';
import type { Role } from '../user/role';
import { grantAccess, listAccess, revokeAccess } from './grant';
import { organisationsOf, switchOrganisation } from './switch';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
afterAll(stores.drop);
await syncTestPartners(stores, ['reseller', 'distro', 'third']);
afterEach(() => owner.delete(tables.resellerAccess));

async function person(partnerId: string, name: string, roles: [Role, string][]) {
  const email = `${name}@${partnerId}.example`;
  const { userId } = await createUser(platform, {
    ...{ email, name, password: 'a password to pass', partnerId },
    roles: roles.map(([role, scope]) => ({ role, scope })),
  });
  const at = (activeOrganizationId: string) =>
    actorOf(platform, { userId, name, email, activeOrganizationId });
  return { userId, at, identity: { userId, name, email, sessionId: `session of ${name}` } };
}
const admin = await person('reseller', 'ada', [['account-admin', '*']]);
const clerk = await person('reseller', 'cy', [['executive-report-viewer', '*']]);
const dee = await person('distro', 'dee', [
  ['executive-report-viewer', '*'],
  ['campaign-manager', '*'],
  ['account-admin', '*'],
]);
const viewer = await person('distro', 'vic', [['report-viewer', '*']]);
const local = await person('distro', 'lou', [['executive-report-viewer', 'D1']]);
const manager = await person('distro', 'amy', [['account-admin', '*']]);
const stranger = await person('third', 'tim', [['executive-report-viewer', '*']]);
const reseller = { platform, actor: partnerActor('reseller', { userId: admin.userId, name: 'ada' }) };
const leave = (given: object = {}) =>
  grantAccess(reseller, { distributorId: 'distro', seesSensitive: true, expiresAt: nextMonth(), ...given });
const NOT_FOUND = { code: 'not-found' };

describe('a reseller’s leave', () => {
  test('lets the distributor’s people see its rows, and nobody else', async () => {
    expect(await dee.at('reseller')).toMatchObject({ partnerId: 'distro', via: null });
    await leave();
    expect(await dee.at('reseller')).toMatchObject({
      ...{ partnerId: 'reseller', kind: 'partner', locations: '*' },
      via: { partnerId: 'distro', name: 'Partner distro' },
    });
    expect(await stranger.at('reseller')).toMatchObject({ partnerId: 'third', via: null });
  });

  test('gives no right to change anything there, whatever one may at home', async () => {
    await leave();
    expect(await dee.at('distro')).toMatchObject({ runsCampaigns: true, isAdmin: true });
    expect(await dee.at('reseller')).toMatchObject({ runsCampaigns: false, isAdmin: false });
    const via = { platform, actor: await dee.at('reseller') };
    await expect(listAccess(via)).rejects.toMatchObject(NOT_FOUND);
    const further = { distributorId: 'third', seesSensitive: true, expiresAt: nextMonth() };
    await expect(grantAccess(via, further)).rejects.toMatchObject(NOT_FOUND);
  });

  test.each([
    ['both do', true, dee, true],
    ['the reseller does not allow it', false, dee, false],
    ['the viewer may not at home', true, viewer, false],
    ['neither does', false, viewer, false],
  ])('tells what is sensitive only where both allow it: %s', async (_why, seesSensitive, who, sees) => {
    await leave({ seesSensitive });
    expect(await who.at('reseller')).toMatchObject({ partnerId: 'reseller', seesSensitive: sees });
  });

  test('is for who sees all of the distributor: not for one of its locations, nor for who only manages people', async () => {
    await leave();
    for (const who of [local, manager])
      expect(await who.at('reseller')).toMatchObject({ partnerId: 'distro', via: null });
  });

  test('ends with its day', async () => {
    const { id } = await leave();
    const past = { expiresAt: new Date(Date.now() - 1000) };
    await owner.update(tables.resellerAccess).set(past).where(eq(tables.resellerAccess.id, id));
    expect(await dee.at('reseller')).toMatchObject({ partnerId: 'distro' });
    expect(await listAccess(reseller)).toMatchObject([{ id, state: 'expired' }]);
    expect((await organisationsOf(platform, dee.userId)).map((each) => each.id)).toEqual(['distro']);
  });

  test('can be taken back, from the very next request on', async () => {
    const { id } = await leave();
    expect(await dee.at('reseller')).toMatchObject({ partnerId: 'reseller' });
    await revokeAccess(reseller, id);
    expect(await dee.at('reseller')).toMatchObject({ partnerId: 'distro', via: null });
    expect(await listAccess(reseller)).toMatchObject([{ id, state: 'revoked' }]);
    await expect(revokeAccess(reseller, id)).rejects.toMatchObject(NOT_FOUND);
  });

  test('takes the place of an earlier one, so that less is less', async () => {
    await leave({ seesSensitive: true });
    await leave({ seesSensitive: false });
    expect(await dee.at('reseller')).toMatchObject({ seesSensitive: false });
    expect((await listAccess(reseller)).map(({ state }) => state).sort()).toEqual(['open', 'revoked']);
  });

  test('is the admin’s to give and to take, and of that organisation only', async () => {
    const { id } = await leave();
    const cy = { platform, actor: partnerActor('reseller', { userId: clerk.userId }) };
    const other = { platform, actor: partnerActor('distro', { userId: dee.userId }) };
    const given = { distributorId: 'third', seesSensitive: true, expiresAt: nextMonth() };
    await expect(grantAccess(cy, given)).rejects.toMatchObject(NOT_FOUND);
    for (const who of [cy, other]) await expect(revokeAccess(who, id)).rejects.toMatchObject(NOT_FOUND);
    expect(await listAccess(other)).toEqual([]);
    expect(await dee.at('reseller')).toMatchObject({ partnerId: 'reseller' });
  });

  test.each([
    [{ distributorId: 'host' }, 'not-found'],
    [{ distributorId: 'reseller' }, 'not-found'],
    [{ distributorId: 'nobody' }, 'not-found'],
    [{ expiresAt: '2020-01-01' }, 'invalid'],
    [{ expiresAt: '2099-01-01' }, 'invalid'],
  ])('is not given as %j', async (given, code) => {
    await expect(leave(given)).rejects.toMatchObject({ code });
    expect(await listAccess(reseller)).toEqual([]);
  });
});

describe('where one acts', () => {
  const session = (userId: string, id: string) =>
    owner
      .insert(tables.session)
      .values({ id, userId, token: id, expiresAt: new Date(Date.now() + 3_600_000) })
      .onConflictDoNothing();
  const active = async (id: string) =>
    (await owner.select().from(tables.session).where(eq(tables.session.id, id)))[0]?.activeOrganizationId;

  test('is one’s own organisation or a reseller’s with leave, told apart by through whom', async () => {
    await leave();
    expect(await organisationsOf(platform, dee.userId)).toMatchObject([
      { id: 'distro', via: null },
      { id: 'reseller', via: 'Partner distro' },
    ]);
    await session(dee.userId, dee.identity.sessionId);
    await switchOrganisation({ platform }, dee.identity, 'reseller');
    expect(await active(dee.identity.sessionId)).toBe('reseller');
    await switchOrganisation({ platform }, dee.identity, 'distro');
    expect(await active(dee.identity.sessionId)).toBe('distro');
  });

  test('is never an organisation without leave, in the words of one that there is not', async () => {
    await session(stranger.userId, stranger.identity.sessionId);
    const messages: string[] = [];
    for (const id of ['reseller', 'host', 'nowhere'])
      await switchOrganisation({ platform }, stranger.identity, id).catch((cause: Error) =>
        messages.push(cause.message),
      );
    expect(new Set(messages)).toEqual(new Set(['the organisation was not found']));
    expect(messages).toHaveLength(3);
    expect(await active(stranger.identity.sessionId)).toBe(null);
  });
});
