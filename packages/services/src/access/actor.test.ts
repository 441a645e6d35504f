import { tables, withTenant } from '@ascent/db';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { freshPlatform, hostActor, partnerActor } from '../testing';
import { createUser } from '../user/create';
import type { Role } from '../user/role';
import { actorOf, requireHost, toRights } from './actor';

const { platform, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);

type Rights = ReturnType<typeof toRights>;
const grant = (role: Role, scope = '*') => ({ role, scope });

describe('what a set of grants allows', () => {
  test.each<[string, ReturnType<typeof grant>[], Rights]>([
    ['nothing', [], { locations: [], seesSensitive: false, runsCampaigns: false, isAdmin: false }],
    [
      'report viewer everywhere',
      [grant('report-viewer')],
      { locations: '*', seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'report viewer at one location',
      [grant('report-viewer', 'L1')],
      { locations: ['L1'], seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'at two locations, one of them twice',
      [grant('report-viewer', 'L2'), grant('report-viewer', 'L1'), grant('account-admin', 'L2')],
      { locations: ['L1', 'L2'], seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'the widest scope wins',
      [grant('report-viewer', 'L1'), grant('campaign-manager')],
      { locations: '*', seesSensitive: false, runsCampaigns: true, isAdmin: false },
    ],
    [
      'who manages people sees rows only by another role',
      [grant('report-viewer', 'L1'), grant('account-admin')],
      { locations: ['L1'], seesSensitive: false, runsCampaigns: false, isAdmin: true },
    ],
    [
      'an admin of one location manages nobody',
      [grant('account-admin', 'L1')],
      { locations: [], seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive everywhere',
      [grant('executive-report-viewer')],
      { locations: '*', seesSensitive: true, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive everywhere and viewer at a location',
      [grant('executive-report-viewer'), grant('report-viewer', 'L1')],
      { locations: '*', seesSensitive: true, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive at one location only',
      [grant('executive-report-viewer', 'L1')],
      { locations: ['L1'], seesSensitive: true, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive at every location one has',
      [grant('executive-report-viewer', 'L1'), grant('executive-report-viewer', 'L2')],
      { locations: ['L1', 'L2'], seesSensitive: true, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive at one location, viewer at another: what is sensitive there must stay hidden',
      [grant('executive-report-viewer', 'L1'), grant('report-viewer', 'L2')],
      { locations: ['L1', 'L2'], seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive at one location, viewer everywhere',
      [grant('executive-report-viewer', 'L1'), grant('report-viewer')],
      { locations: '*', seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'executive and campaign manager at the same location',
      [grant('executive-report-viewer', 'L1'), grant('campaign-manager', 'L1')],
      { locations: ['L1'], seesSensitive: true, runsCampaigns: true, isAdmin: false },
    ],
    [
      'campaign manager only',
      [grant('campaign-manager')],
      { locations: '*', seesSensitive: false, runsCampaigns: true, isAdmin: false },
    ],
    [
      'the host’s staff see no partner’s rows',
      [grant('host-staff')],
      { locations: [], seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
    [
      'staff that are a partner’s viewer too, by that grant alone',
      [grant('host-staff'), grant('report-viewer', 'L1')],
      { locations: ['L1'], seesSensitive: false, runsCampaigns: false, isAdmin: false },
    ],
  ])('%s', (_what, grants, rights) => {
    expect(toRights(grants)).toEqual(rights);
    expect(toRights([...grants].reverse())).toEqual(rights);
  });
});

test('only the host’s own may do what the host does; for others it is not there', () => {
  expect(() => requireHost(partnerActor('p1'))).toThrow('the page was not found');
  expect(() => requireHost(hostActor())).not.toThrow();
});

describe('the actor behind a session', () => {
  const organisation = (id: string) => ({ id, name: `Partner ${id}`, slug: id });
  const session = (userId: string, activeOrganizationId: string | null = null) => ({
    userId,
    name: 'Ada',
    email: 'ada@p.example',
    activeOrganizationId,
  });
  const user = (email: string, partnerId: string, ...roles: ReturnType<typeof grant>[]) =>
    createUser(platform, { email, name: 'Ada', password: 'long enough to pass', partnerId, roles });

  test('is of the active organisation, or the first, with the grants given there and nowhere else', async () => {
    await platform.auth.insert(tables.organization).values(['p1', 'p2', 'host'].map(organisation));
    await user('ada@p.example', 'p2', grant('executive-report-viewer'));
    const { userId } = await user('ada@p.example', 'p1', grant('report-viewer', 'L1'));
    expect(await actorOf(platform, session(userId))).toEqual({
      userId,
      name: 'Ada',
      email: 'ada@p.example',
      partnerId: 'p1',
      partnerName: 'Partner p1',
      kind: 'partner',
      locations: ['L1'],
      seesSensitive: false,
      runsCampaigns: false,
      isAdmin: false,
      via: null,
    });
    expect(await actorOf(platform, session(userId, 'p2'))).toMatchObject({
      partnerId: 'p2',
      locations: '*',
      seesSensitive: true,
    });
    expect(await actorOf(platform, session(userId, 'p3'))).toMatchObject({ partnerId: 'p1' });
  });

  test('of the host’s organisation is the host, and sees no rows', async () => {
    const { userId } = await user('hans@host.example', 'host', grant('host-staff'));
    const actor = await actorOf(platform, session(userId));
    expect(actor).toMatchObject({ kind: 'host', partnerId: 'host', locations: [], seesSensitive: false });
  });

  test('of the host’s organisation without the staff role is no staff, and sees no rows either', async () => {
    const { userId } = await user('new@host.example', 'host', grant('report-viewer', 'L1'));
    const actor = await actorOf(platform, session(userId));
    expect(actor.kind).toBe('partner');
    expect(() => requireHost(actor)).toThrow(/not found/);
  });

  test('is nobody without an organisation', async () => {
    await expect(actorOf(platform, session('nobody'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('loses a right with its grant', async () => {
    const { userId } = await user('bia@p.example', 'p1', grant('campaign-manager'));
    expect((await actorOf(platform, session(userId))).runsCampaigns).toBe(true);
    await withTenant(platform.app, 'p1', (tx) => tx.delete(tables.roleGrant));
    expect(await actorOf(platform, session(userId))).toMatchObject({ runsCampaigns: false, locations: [] });
  });
});
