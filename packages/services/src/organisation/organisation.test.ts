import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { actorOf } from '../access/actor';
import { verifyAudit } from '../audit/verify';
import { grantAccess } from '../distribution/grant';
import { resellersOf } from '../distribution/resellers';
import { ssoFixture } from '../sso/sso.fixture';
import { freshPlatform, hostActor, nextMonth } from '../testing';
import { checkDomain, confirmDomain, takeBackDomain } from './domains';
import { getOrganisation } from './get';
import { grantLeave, revokeLeave } from './leaves';
import { listOrganisations } from './list';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
const at = await ssoFixture(stores, []);
afterAll(async () => {
  await at.close();
  await stores.drop();
});
afterEach(async () => {
  for (const table of [tables.resellerAccess, tables.auditEntry, tables.ssoProvider, tables.session])
    await owner.delete(table);
  at.records.clear();
});

const hans = { platform, actor: hostActor() };
const NOT_FOUND = { code: 'not-found' };
const leave = (given: object = {}) =>
  grantLeave(hans, {
    ...{ resellerId: 'p1', distributorId: 'p2', seesSensitive: false, expiresAt: nextMonth() },
    ...given,
  });
const provider = async (id: string, partnerId = 'p1', domain = 'p1.example') => {
  const of = { organizationId: partnerId, domain, issuer: 'https://idp.example' };
  await owner.insert(tables.ssoProvider).values({ id, providerId: id, ...of });
  return id;
};
const logOf = async (partnerId: string) => {
  const rows = await owner.select().from(tables.auditEntry).where(eq(tables.auditEntry.partnerId, partnerId));
  return rows.map(({ actor, action, subject, detail }) => ({ actor, action, subject, detail }));
};

test('the partners’ organisations are listed by name, found by name or id, each with who may look in', async () => {
  await leave();
  await provider('a');
  const { total, lines } = await listOrganisations(hans, {});
  expect(total).toBe(lines.length);
  expect(lines).toMatchObject([
    { id: 'p1', people: 1, distributors: 1, domains: [{ domain: 'p1.example', proven: false }] },
    { id: 'p2', people: 1, distributors: 0, domains: [] },
  ]);
  expect((await listOrganisations(hans, { search: 'P2' })).lines.map(({ id }) => id)).toEqual(['p2']);
  expect(await listOrganisations(hans, { search: '%' })).toEqual({ total: 0, lines: [] });
});

describe('a leave that the host gives', () => {
  test('lets the distributor’s people in until its day, and is named at both', async () => {
    const { id } = await leave({ seesSensitive: true });
    expect(await resellersOf(platform, 'p2')).toMatchObject([{ partnerId: 'p1', seesSensitive: true }]);
    const line = { id, resellerId: 'p1', distributorId: 'p2', seesSensitive: true };
    expect(await getOrganisation(hans, 'p1')).toMatchObject({ shownTo: [line], sees: [] });
    expect(await getOrganisation(hans, 'p2')).toMatchObject({ shownTo: [], sees: [line] });
    const past = { expiresAt: new Date(Date.now() - 1000) };
    await owner.update(tables.resellerAccess).set(past);
    expect(await getOrganisation(hans, 'p1')).toMatchObject({ shownTo: [] });
  });

  test('is seen through from the next request on, and no longer once taken back', async () => {
    const viewer = await at.user('v@p2.example', 'p2', [{ role: 'report-viewer', scope: '*' }]);
    const session = { userId: viewer, name: 'v', email: 'v@p2.example', activeOrganizationId: 'p1' };
    const { id } = await leave();
    expect(await actorOf(platform, session)).toMatchObject({ partnerId: 'p1', via: { partnerId: 'p2' } });
    await revokeLeave(hans, { resellerId: 'p1', id });
    expect(await actorOf(platform, session)).toMatchObject({ partnerId: 'p2', via: null });
    await expect(revokeLeave(hans, { resellerId: 'p1', id })).rejects.toMatchObject(NOT_FOUND);
  });

  test('and one that the reseller gave are ended alike; both logs say by whom', async () => {
    const { id } = await grantAccess(at.p1, {
      ...{ distributorId: 'p2', seesSensitive: true, expiresAt: nextMonth() },
    });
    await expect(revokeLeave(hans, { resellerId: 'p2', id })).rejects.toMatchObject(NOT_FOUND);
    await revokeLeave(hans, { resellerId: 'p1', id });
    await leave();
    const said = { actor: 'hans', action: 'distributor.revoke' };
    expect(await logOf('p1')).toContainEqual({ ...said, subject: 'p2', detail: { byHost: true } });
    expect(await logOf('host')).toContainEqual({ ...said, subject: 'p1', detail: { distributorId: 'p2' } });
    expect((await logOf('host')).map(({ action }) => action)).toContain('distributor.grant');
    expect((await verifyAudit(platform.host)).broken).toEqual([]);
  });

  test.each([
    [{ resellerId: 'host' }, 'not-found'],
    [{ resellerId: 'nobody' }, 'not-found'],
    [{ distributorId: 'host' }, 'not-found'],
    [{ distributorId: 'p1' }, 'not-found'],
    [{ expiresAt: '2020-01-01' }, 'invalid'],
    [{ expiresAt: '2099-01-01' }, 'invalid'],
  ])('is not given as %j', async (given, code) => {
    await expect(leave(given)).rejects.toMatchObject({ code });
    expect(await owner.select().from(tables.resellerAccess)).toEqual([]);
    expect(await logOf('host')).toEqual([]);
  });
});

describe('a domain', () => {
  test('is confirmed by the host, who says why, in the organisation’s log too', async () => {
    const id = await provider('a');
    await confirmDomain(hans, { id, reason: 'their letter of 3 March' });
    await confirmDomain(hans, { id, reason: 'once more' });
    expect(await getOrganisation(hans, 'p1')).toMatchObject({ domains: [{ id, proven: true }] });
    const detail = { domain: 'p1.example', by: 'host', reason: 'their letter of 3 March' };
    const said = { actor: 'hans', action: 'sso.prove' };
    expect(await logOf('host')).toEqual([{ ...said, subject: 'p1', detail }]);
    expect(await logOf('p1')).toEqual([{ ...said, subject: id, detail: { ...detail, byHost: true } }]);
    await expect(confirmDomain(hans, { id, reason: ' ' })).rejects.toMatchObject({ name: 'ZodError' });
  });

  test('is proven by its record, once it is there', async () => {
    const id = await provider('a');
    await expect(checkDomain(hans, id, at.resolver)).rejects.toMatchObject({ code: 'conflict' });
    at.records.set('_ascent-sign-on.p1.example', `ascent-sign-on=${id}`);
    await checkDomain(hans, id, at.resolver);
    expect(await getOrganisation(hans, 'p1')).toMatchObject({ domains: [{ proven: true }] });
  });

  test('that another organisation has proven is not confirmed', async () => {
    const id = await provider('a');
    await confirmDomain(hans, { id, reason: 'a letter' });
    await provider('b', 'p2');
    await expect(confirmDomain(hans, { id: 'b', reason: 'a letter' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('that is taken back opens nothing any more: what it opened ends, passwords work again', async () => {
    const id = await provider('a');
    await confirmDomain(hans, { id, reason: 'a letter' });
    await owner.update(tables.ssoProvider).set({ enforced: true });
    expect((await at.password('admin@p1.example')).status).toBe(403);
    const expiresAt = new Date(Date.now() + 3_600_000);
    const { userId } = at.p1.actor;
    await owner.insert(tables.session).values({ id: 's', token: 's', userId, expiresAt, ssoProviderId: id });
    await takeBackDomain(hans, id);
    expect(await owner.select().from(tables.session)).toEqual([]);
    expect((await at.start({ email: 'admin@p1.example' })).status).toBe(404);
    expect((await at.password('admin@p1.example')).status).toBe(200);
    expect((await logOf('p1')).at(-1)).toMatchObject({ action: 'sso.unprove', detail: { sessionsEnded: 1 } });
  });

  test('of the host’s own staff is not the host’s to confirm here', async () => {
    const id = await provider('h', 'host', 'host.example');
    await expect(confirmDomain(hans, { id, reason: 'ours' })).rejects.toMatchObject(NOT_FOUND);
    await expect(takeBackDomain(hans, id)).rejects.toMatchObject(NOT_FOUND);
  });
});

test('for an organisation’s own admin none of it is there', async () => {
  const id = await provider('a');
  const refused = [
    () => listOrganisations(at.p1, {}),
    () => getOrganisation(at.p1, 'p1'),
    () =>
      grantLeave(at.p1, {
        resellerId: 'p1',
        distributorId: 'p2',
        seesSensitive: true,
        expiresAt: nextMonth(),
      }),
    () => confirmDomain(at.p1, { id, reason: 'mine' }),
    () => checkDomain(at.p1, id, at.resolver),
    () => takeBackDomain(at.p1, id),
  ];
  for (const ask of refused) await expect(ask()).rejects.toMatchObject(NOT_FOUND);
});
