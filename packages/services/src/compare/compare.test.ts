import { tables } from '@ascent/db';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accountHistory } from '../account/history';
import { freshPlatform, partnerActor } from '../testing';
import { compareCohort } from './cohort';
import { compareReleases } from './releases';
import { CANDIDATE, COHORT, OCTOBER, SEPTEMBER, twoReleases } from './two-releases.fixture';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
beforeAll(async () => {
  await twoReleases(stores);
  await platform.host.insert(tables.release).values({
    ...{ id: CANDIDATE, period: '2026-10', revision: 2, status: 'running', inputsHash: CANDIDATE },
    ...{ manifest: {}, contentHash: '' },
  });
});

const as = (rights: Parameters<typeof partnerActor>[1] = {}, partner = 'p1') => ({
  platform,
  actor: partnerActor(partner, rights),
});
const both = { a: SEPTEMBER, b: OCTOBER };

describe('two releases', () => {
  const azure = async (rights = {}, partner = 'p1') => {
    const { a, b } = await compareReleases(as(rights, partner), both);
    return [a!, b].map(({ accounts, products }) => ({
      accounts,
      ...products.find(({ product }) => product === 'Azure')!,
    }));
  };
  const some = (counts: { n: number }[]) => counts.filter(({ n }) => n > 0);

  test('stand side by side by product: clusters, codes and medians', async () => {
    const [before, after] = await azure();
    expect(before).toMatchObject({ accounts: 2, fitMedian: 400, intentMedian: 100 });
    expect(some(before!.clusters)).toEqual([
      { cluster: 'Evaluate', n: 1 },
      { cluster: 'Nurture', n: 1 },
    ]);
    expect(some(after!.codes)).toEqual([
      { code: 'A1', n: 1 },
      { code: 'N9', n: 1 },
    ]);
  });

  test('without a score are counted as not scored, and have no median', async () => {
    const { b } = await compareReleases(as(), both);
    const other = b.products.find(({ product }) => product !== 'Azure')!;
    expect(other).toMatchObject({ fitMedian: null, intentMedian: null });
    expect(some(other.clusters)).toEqual([{ cluster: '', n: 2 }]);
  });

  test('are what the reader may see of them: of another partner, of a location, of nothing', async () => {
    expect((await azure({}, 'p2')).map(({ accounts }) => accounts)).toEqual([0, 1]);
    expect((await azure({ locations: ['L2'] })).map(({ accounts }) => accounts)).toEqual([0, 1]);
    expect((await azure({ locations: [] })).map(({ accounts }) => accounts)).toEqual([0, 0]);
  });

  test('are published ones: a candidate is neither offered nor shown', async () => {
    expect((await compareReleases(as(), both)).choices.map(({ id }) => id)).toEqual([OCTOBER, SEPTEMBER]);
    for (const query of [{ a: CANDIDATE }, { b: CANDIDATE }, { b: 'none' }])
      await expect(compareReleases(as(), query)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a cohort', () => {
  test('stands against the rest of the reader’s accounts', async () => {
    const { members, rest, product } = await compareCohort(as(), { cohort: COHORT.id });
    expect(product).toBe('Azure');
    expect(members).toMatchObject({ accounts: 1, employees: 240, fitMedian: 800, intentMedian: 700 });
    expect(members.countries).toEqual([{ value: 'Brazil', n: 1 }]);
    expect(rest).toMatchObject({ accounts: 1, employees: 30, fitMedian: 400 });
    expect(members.revenue).toMatchObject({ low: 1_000_00, high: 5_000_00 });
  });

  test('has another partner’s and a location’s members only for them', async () => {
    const theirs = await compareCohort(as({}, 'p2'), { cohort: COHORT.id });
    expect(theirs.members.countries).toEqual([{ value: 'Peru', n: 1 }]);
    const l2 = await compareCohort(as({ locations: ['L2'] }), { cohort: COHORT.id });
    expect([l2.members.accounts, l2.rest.accounts]).toEqual([0, 1]);
  });

  test('tells a report viewer no revenue, also after an executive asked the same', async () => {
    await compareCohort(as(), { cohort: COHORT.id });
    const found = await compareCohort(as({ seesSensitive: false }), { cohort: COHORT.id });
    expect(JSON.stringify(found)).not.toContain('revenue');
  });

  test('that the catalogue does not have is refused', async () => {
    await expect(compareCohort(as(), { cohort: 'none' })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the history of an account', () => {
  test('has every release in which the reader saw it, oldest first', async () => {
    const lines = await accountHistory(as(), 'a1');
    const azure = lines.map(({ period, scores }) => {
      const { fit, code } = scores.find(({ product }) => product === 'Azure')!;
      return [period, fit, code];
    });
    expect(azure).toEqual([
      ['2026-09', 600, 'E5'],
      ['2026-10', 800, 'A1'],
    ]);
    // In September the account was another location's.
    expect((await accountHistory(as({ locations: ['L2'] }), 'a2')).map(({ period }) => period)).toEqual([
      '2026-10',
    ]);
  });

  test('of somebody else’s account is not found', async () => {
    for (const reader of [as({}, 'p2'), as({ locations: ['L2'] }), as({ locations: [] })])
      await expect(accountHistory(reader, 'a1')).rejects.toMatchObject({ code: 'not-found' });
  });
});
