import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { twoReleases } from '../compare/two-releases.fixture';
import { freshPlatform, partnerActor } from '../testing';
import { listAgreements } from './list';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
beforeAll(() => twoReleases(stores));

const as = (rights: Parameters<typeof partnerActor>[1] = {}, partner = 'p1') => ({
  platform,
  actor: partnerActor(partner, rights),
});
const named = ({ rows }: Awaited<ReturnType<typeof listAgreements>>) =>
  rows.map(({ agreementId, division }) => `${agreementId} ${division}`);

describe('agreements', () => {
  test('stand by when they end, each with how its customer scores for the product', async () => {
    const found = await listAgreements(as(), { product: 'Azure' });
    expect(named(found)).toEqual(['G1 North', 'G1 South', 'G2 North']);
    expect(found.rows[0]).toEqual({
      ...{ agreementId: 'G1', accountId: 'a1', name: 'Account a1', day: '2027-01-31' },
      ...{ program: 'Enterprise', division: 'North', expiration: 'Renewal', renewal: 120_000 },
      ...{ cluster: 'Act Now', code: 'A1', cents: 900_00 },
    });
  });

  test('are sorted by revenue and by the chance of a renewal, the largest first', async () => {
    expect(named(await listAgreements(as(), { sort: 'revenue' }))).toEqual([
      'G2 North',
      'G1 North',
      'G1 South',
    ]);
    expect(named(await listAgreements(as(), { sort: 'renewal' }))[0]).toBe('G2 North');
  });

  test('are narrowed by division, program, cluster of the account and month; the calendar keeps all months', async () => {
    const list = (query: object) => listAgreements(as(), { product: 'Azure', ...query });
    expect(named(await list({ divisions: ['South'] }))).toEqual(['G1 South']);
    expect(named(await list({ programs: ['Open'] }))).toEqual(['G2 North']);
    expect(named(await list({ clusters: ['Nurture'] }))).toEqual(['G2 North']);
    const march = await list({ month: '2027-03' });
    expect(named(march)).toEqual(['G2 North']);
    expect(march.calendar).toEqual([
      { month: '2027-01', division: 'North', agreements: 1, cents: 900_00 },
      { month: '2027-01', division: 'South', agreements: 1, cents: 100_00 },
      { month: '2027-03', division: 'North', agreements: 1, cents: 5000_00 },
    ]);
  });

  test('of a page beyond the last one are those of the last page', async () => {
    expect(await listAgreements(as(), { page: 900 })).toMatchObject({ page: 1, total: 3 });
  });
});

describe('who sees them', () => {
  test('another partner finds its own and nothing else, in no list of values either', async () => {
    const found = await listAgreements(as({}, 'p2'), {});
    expect(named(found)).toEqual(['G9 West']);
    expect(found.divisions).toEqual([{ value: 'West', n: 1 }]);
    expect(found.calendar.map(({ division }) => division)).toEqual(['West']);
    expect(named(await listAgreements(as({}, 'p3'), {}))).toEqual([]);
  });

  test('a location’s reader sees those of its accounts', async () => {
    const found = await listAgreements(as({ locations: ['L2'] }), {});
    expect(named(found)).toEqual(['G2 North']);
    expect(found).toMatchObject({ total: 1, divisions: [{ value: 'North', n: 1 }] });
    expect(await listAgreements(as({ locations: [] }), {})).toMatchObject({
      total: 0,
      rows: [],
      calendar: [],
    });
  });

  test('a report viewer gets no revenue in any field, and cannot order by it', async () => {
    const found = await listAgreements(as({ seesSensitive: false }), {});
    expect(found.total).toBe(3);
    expect(JSON.stringify(found)).not.toMatch(/cents|90000|10000|500000/);
    await expect(listAgreements(as({ seesSensitive: false }), { sort: 'revenue' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
