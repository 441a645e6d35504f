import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshPlatform, partnerActor } from '../testing';
import { accountBelongings } from './belongings';
import { explainedAccount } from './get.fixture';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);
beforeAll(async () => {
  await explainedAccount(stores);
  await stores.jobs.insertRows({
    table: 'release_agreements',
    rows: [
      {
        ...{ release_id: '2026-10.1', partner_id: 'p1', account_id: 'a1', location_ids: ['L1'] },
        ...{ AgreementID: 'G1', AgreementEndDate: '2027-01-31', ExpiringRevenue: 12_300 },
      },
    ],
  });
});

const as = (rights: Parameters<typeof partnerActor>[1] = {}, partner = 'p1') => ({
  platform: stores.platform,
  actor: partnerActor(partner, rights),
});

test('signals stand newest first, as far as the release knew them; only an address of the web is a link', async () => {
  const { signals } = await accountBelongings(as(), 'a1');
  expect(signals.map(({ id }) => id)).toEqual(['s4', 's2', 's1', 'v1', 's5']);
  expect(signals.find(({ id }) => id === 's1')!.url).toBe('https://s1.example/');
  expect(signals.find(({ id }) => id === 's2')!.url).toBeNull();
});

test('what was bought is told in its unit', async () => {
  const { installBase } = await accountBelongings(as(), 'a1');
  expect(installBase.map(({ fact, unit, value }) => [fact, unit, value])).toEqual([
    ['orders365d', 'count', 1],
    ['spend365d', 'cents', 500_000],
  ]);
});

test('a report viewer gets no revenue: no fact in money, no cents of an agreement', async () => {
  const found = await accountBelongings(as({ seesSensitive: false }), 'a1');
  expect(found.installBase.map(({ fact }) => fact)).toEqual(['orders365d']);
  expect(found.agreements).toMatchObject([{ agreementId: 'G1', day: '2027-01-31' }]);
  expect(JSON.stringify(found)).not.toMatch(/cents|12300|500000/);
  expect((await accountBelongings(as(), 'a1')).agreements[0]!.cents).toBe(12_300);
});

test('another partner, and another location, find no account', async () => {
  for (const reader of [as({}, 'p2'), as({ locations: ['L2'] }), as({ locations: [] })])
    await expect(accountBelongings(reader, 'a1')).rejects.toMatchObject({ code: 'not-found' });
});
