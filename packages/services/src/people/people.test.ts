import { tables } from '@ascent/db';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { actorOf } from '../access/actor';
import { verifyAudit } from '../audit/verify';
import { ALPHA, BRAVO, freshPlatform, partnerActor, releaseOfTwo, syncTestPartners } from '../testing';
import { createUser } from '../user/create';
import type { Role } from '../user/role';
import { changeRights, removePerson } from './change-rights';
import { rightsEffect } from './effect';
import { listPeople } from './list';
import { listPlaces } from './places';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
await syncTestPartners(stores, [ALPHA, BRAVO]);
await platform.host.insert(tables.location).values([
  { partnerId: ALPHA, locationId: 'L1', name: 'One' },
  { partnerId: ALPHA, locationId: 'L2', name: 'Two' },
  { partnerId: BRAVO, locationId: 'B1', name: 'Theirs' },
]);
await releaseOfTwo(stores);

type Grants = { role: Exclude<Role, 'host-staff'>; scope: string }[];
const grant = (role: Grants[number]['role'], scope = '*') => ({ role, scope });
async function person(partnerId: string, name: string, roles: Grants) {
  const email = `${name}@${partnerId}.example`;
  const said = { email, name, password: 'a password to pass', partnerId, roles };
  const { userId } = await createUser(platform, said);
  const now = () => actorOf(platform, { userId, name, email, activeOrganizationId: partnerId });
  return { userId, now, context: { platform, actor: partnerActor(partnerId, { userId, email }) } };
}
const ada = await person(ALPHA, 'ada', [grant('account-admin')]);
const bob = await person(BRAVO, 'bob', [grant('account-admin')]);
const seller = await person(ALPHA, 'seller', [grant('report-viewer', 'L1')]);
const NOT_FOUND = { code: 'not-found' };

test('for others than account admins nobody is listed, no place, and no right can be thought of or changed', async () => {
  const rights = { userId: ada.userId, grants: [] };
  for (const ask of [
    () => listPeople(seller.context),
    () => listPlaces(seller.context),
    () => rightsEffect(seller.context, []),
    () => changeRights(seller.context, rights),
    () => removePerson(seller.context, ada.userId),
  ])
    await expect(ask()).rejects.toMatchObject(NOT_FOUND);
  expect(await ada.now()).toMatchObject({ isAdmin: true });
});

test('an admin lists the organisation’s people with their rights, and nobody of another', async () => {
  const people = await listPeople(ada.context);
  expect(people.map(({ name, grants, isMe }) => [name, grants, isMe])).toEqual([
    ['ada', [grant('account-admin')], true],
    ['seller', [grant('report-viewer', 'L1')], false],
  ]);
  expect(await listPlaces(ada.context)).toMatchObject({
    ...{
      all: 2,
      places: [
        { id: 'L1', accounts: 1 },
        { id: 'L2', accounts: 1 },
      ],
    },
  });
});

describe('what somebody may do', () => {
  test('changes with their very next request, both ways', async () => {
    const { userId } = seller;
    expect(await seller.now()).toMatchObject({ locations: ['L1'], seesSensitive: false });
    await changeRights(ada.context, { userId, grants: [grant('executive-report-viewer')] });
    expect(await seller.now()).toMatchObject({ locations: '*', seesSensitive: true });
    await changeRights(ada.context, { userId, grants: [] });
    expect(await seller.now()).toMatchObject({ locations: [], seesSensitive: false, isAdmin: false });
    await changeRights(ada.context, { userId, grants: [grant('report-viewer', 'L2')] });
    expect(await seller.now()).toMatchObject({ locations: ['L2'], seesSensitive: false });
  });

  test('is recorded as it was and as it is', async () => {
    const { userId } = seller;
    await changeRights(ada.context, { userId, grants: [grant('report-viewer', 'L1')] });
    const entries = await platform.host.select().from(tables.auditEntry);
    expect(entries.filter(({ action }) => action === 'user.rights').at(-1)).toMatchObject({
      ...{ partnerId: ALPHA, actor: ada.userId, subject: userId },
      detail: { before: [grant('report-viewer', 'L2')], after: [grant('report-viewer', 'L1')] },
    });
    expect(await verifyAudit(platform.host)).toMatchObject({ broken: [] });
  });

  test.each<[string, Grants, string]>([
    ['at a place that there is not', [grant('report-viewer', 'L9')], 'there is no location L9'],
    ['at another tenant’s place', [grant('report-viewer', 'B1')], 'there is no location B1'],
    ['as an admin of one place', [grant('account-admin', 'L1')], 'is for the whole organisation'],
  ])('is never given %s, and nothing of it then', async (_where, grants, message) => {
    const given = { userId: seller.userId, grants: [grant('executive-report-viewer'), ...grants] };
    await expect(changeRights(ada.context, given)).rejects.toMatchObject({
      ...{ code: 'invalid', message: expect.stringContaining(message) },
    });
    expect(await seller.now()).toMatchObject({ locations: ['L1'], seesSensitive: false });
  });

  test('never makes host staff', async () => {
    const grants = [{ role: 'host-staff', scope: '*' }] as unknown as Grants;
    await expect(changeRights(ada.context, { userId: seller.userId, grants })).rejects.toThrow();
    expect(await seller.now()).toMatchObject({ kind: 'partner', locations: ['L1'] });
  });

  test('is not another tenant’s admin’s to change, nor theirs to end', async () => {
    const grants = [grant('executive-report-viewer')];
    for (const userId of [seller.userId, ada.userId, 'nobody']) {
      await expect(changeRights(bob.context, { userId, grants })).rejects.toMatchObject(NOT_FOUND);
      await expect(removePerson(bob.context, userId)).rejects.toMatchObject(NOT_FOUND);
    }
    expect(await seller.now()).toMatchObject({ locations: ['L1'] });
    expect(await bob.now()).toMatchObject({ locations: [] });
  });
});

describe('the last account admin', () => {
  test('stays one: neither rights nor the person can be taken', async () => {
    const { userId } = ada;
    await expect(changeRights(ada.context, { userId, grants: [] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(removePerson(ada.context, userId)).rejects.toMatchObject({ code: 'conflict' });
    expect(await ada.now()).toMatchObject({ isAdmin: true });
  });

  test('is still there after two take each other’s right at the same moment', async () => {
    const eve = await person(ALPHA, 'eve', [grant('account-admin')]);
    const done = await Promise.allSettled([
      changeRights(ada.context, { userId: eve.userId, grants: [] }),
      changeRights(eve.context, { userId: ada.userId, grants: [] }),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const admins = [(await ada.now()).isAdmin, (await eve.now()).isAdmin];
    expect(admins.filter(Boolean)).toHaveLength(1);
    const left = admins[0] ? ada : eve;
    await changeRights(left.context, { userId: ada.userId, grants: [grant('account-admin')] });
  });
});

test('a right that was taken is gone for whoever still acts with an older answer', async () => {
  const max = await person(ALPHA, 'max', [grant('account-admin')]);
  await changeRights(ada.context, { userId: max.userId, grants: [] });
  const late = { platform, actor: { ...max.context.actor, isAdmin: true } };
  await expect(listPeople(late)).rejects.toMatchObject(NOT_FOUND);
});

test('somebody who was removed belongs to the organisation no more', async () => {
  const gone = await person(ALPHA, 'gone', [grant('executive-report-viewer')]);
  await removePerson(ada.context, gone.userId);
  await expect(gone.now()).rejects.toMatchObject({ code: 'forbidden' });
  expect((await listPeople(ada.context)).map(({ name }) => name)).not.toContain('gone');
});

test.each<[Grants, number, boolean]>([
  [[], 0, false],
  [[grant('account-admin')], 0, false],
  [[grant('report-viewer', 'L1')], 1, false],
  [[grant('executive-report-viewer', 'L1')], 1, true],
  [[grant('executive-report-viewer', 'L1'), grant('report-viewer', 'L2')], 2, false],
  [[grant('report-viewer')], 2, false],
  [[grant('executive-report-viewer')], 2, true],
  [[grant('executive-report-viewer', 'B1')], 0, true],
])('%j would see %i accounts', async (grants, accounts, seesSensitive) => {
  const effect = await rightsEffect(ada.context, grants);
  expect(effect).toMatchObject({ accounts, seesSensitive });
  expect(effect.hidden.includes('ExpiringRevenue')).toBe(!seesSensitive);
});
