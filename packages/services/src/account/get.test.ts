import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshPlatform, partnerActor } from '../testing';
import { getAccount } from './get';
import { after, before, explainedAccount, OCTOBER, publish, rowOf, SEPTEMBER, scoreOf } from './get.fixture';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, jobs } = stores;
afterAll(stores.drop);
beforeAll(() => explainedAccount(stores));

const as = (rights: Parameters<typeof partnerActor>[1] = {}, partner = 'p1') => ({
  platform,
  actor: partnerActor(partner, rights),
});
const SECURITY = { accountId: 'a1', product: 'Security' };
const security = async (rights: Parameters<typeof partnerActor>[1] = {}) =>
  (await getAccount(as(rights), SECURITY)).cards.find((each) => each.product === 'Security')!;

describe('every score of an account', () => {
  test('is the sum of its drivers, each with a sentence in both languages', async () => {
    const { fitDrivers, intentDrivers, fit, intent } = await security();
    for (const [account, score] of [
      [fitDrivers, fit],
      [intentDrivers, intent],
    ] as const) {
      const { base, drivers, cap, score: told } = account!;
      expect(drivers.reduce((sum, each) => sum + each.points, base + cap)).toBe(score);
      expect(told).toBe(score);
    }
    expect(intentDrivers!.drivers.map((each) => each.sentence.en)).toEqual([
      'Signals about security in 14 days: 3 (3 or more) — raises intent by 12.4',
      'Visits in 30 days: 2 (1 to 2) — raises intent by 7.0',
      'Orders in 12 months: 1 — raises intent by 7.0',
      'Spend in 12 months: US$5,000 (US$0.01 to under US$10,000) — raises intent by 3.3',
    ]);
    expect(fitDrivers!.drivers[0]!.sentence.pt).toBe(
      'Funcionários: 240 (25 a 299) — aumenta a adequação em 15,0',
    );
  });

  test('has the evidence that was known before the cut-off, of its topics and kinds, within its days', async () => {
    const { drivers } = (await security()).intentDrivers!;
    const evidence = Object.fromEntries(drivers.map((each) => [each.facts.join(), each.evidence]));
    expect(evidence.recentSecurity).toEqual([
      {
        id: 's2',
        day: '2026-10-13',
        kind: 'news',
        topic: 'security',
        strength: 40,
        source: 'site',
        url: null,
      },
      {
        id: 's1',
        day: '2026-10-12',
        kind: 'news',
        topic: 'security',
        strength: 40,
        source: 'site',
        url: 'https://s1.example/',
      },
    ]);
    expect(evidence.visits!.map((each) => each.id)).toEqual(['v1']);
    expect(evidence.orders365d).toBeUndefined();
  });

  test('says why it changed, in lines that sum up exactly', async () => {
    const { change } = await security();
    const { base, lines, cap, score } = change.intent!;
    expect(lines.reduce((sum, line) => sum + line.delta, base.delta + cap.delta)).toBe(score.delta);
    expect(score).toEqual({
      from: scoreOf(before, SEPTEMBER),
      to: scoreOf(after, OCTOBER),
      delta: scoreOf(after, OCTOBER) - scoreOf(before, SEPTEMBER),
    });
    expect(
      lines.map(({ facts, reason, delta, was, now }) => [facts.join(), reason, delta, was?.en, now?.en]),
    ).toEqual([
      ['recentSecurity', 'value', 134, '0', '3 (3 or more)'],
      ['visits', 'both', 90, '0', '2 (1 to 2)'],
    ]);
    expect(base.delta).toBe(60);
    expect(change.fit).toMatchObject({ lines: [], score: { delta: 0 } });
    expect((await getAccount(as(), SECURITY)).comparedWith).toBe('2026-09');
  });

  test('says which realistic change would lift it, and by how many accounts it was seen', async () => {
    const { moves, intent } = await security();
    expect(intent).toBe(657);
    expect(moves.intent).toMatchObject({ level: 'High', gap: 93 });
    expect(
      moves.intent!.moves.map(({ fact, score, accounts, sentence }) => [fact, score, accounts, sentence.en]),
    ).toEqual([
      ['orders365d', 807, 6, 'Orders in 12 months: at 2 or more instead of 1 the score would be 80.7, High'],
      ['visits', 797, 6, 'Visits in 30 days: at 3 or more instead of 1 to 2 the score would be 79.7, High'],
    ]);
  });

  test('has what a buyer spends as an interval', async () => {
    expect((await security()).revenue).toEqual({
      low: 100_000,
      middle: 200_000,
      high: 400_000,
      target: 0.8,
      measured: 0.79,
    });
  });

  test('without a model is told as no score', async () => {
    const { cards } = await getAccount(as(), { accountId: 'a1', product: 'Surface' });
    const surface = cards.find((each) => each.product === 'Surface')!;
    expect([surface.fitDrivers, surface.change.fit, surface.moves.fit]).toEqual([null, null, null]);
    expect(surface.fit).toBe(null);
  });

  test('of another product than the asked one is told without its reasons', async () => {
    const { cards, explained } = await getAccount(as(), { accountId: 'a1', product: 'Surface' });
    const other = cards.find((each) => each.product === 'Security')!;
    expect(explained).toBe('Surface');
    expect(other).toMatchObject({ fitDrivers: null, change: { fit: null }, moves: { fit: null } });
    expect(other.fit).toBe((await security()).fit);
  });

  test('is explained for the first product that has one where none is asked for, or one that is not there', async () => {
    for (const product of [undefined, 'Nothing'])
      expect((await getAccount(as(), { accountId: 'a1', product })).explained).toBe('Security');
  });

  test('that is not what its bytes give is shown without drivers', async () => {
    const { cards } = await getAccount(as(), { accountId: 'odd' });
    expect(cards[0]!.intent).toBe(1);
    expect(cards[0]!.intentDrivers).toBe(null);
    expect(cards[0]!.fitDrivers).not.toBe(null);
  });
});

describe('who may not see what is sensitive', () => {
  const viewer = { seesSensitive: false };

  test('gets the same points, and the name alone of a sensitive fact', async () => {
    const [full, limited] = [await security(), await security(viewer)];
    for (const kind of ['fitDrivers', 'intentDrivers'] as const) {
      const [all, seen] = [full[kind]!, limited[kind]!];
      expect(seen.drivers.map((each) => each.points)).toEqual(all.drivers.map((each) => each.points));
      for (const each of seen.drivers) {
        const hidden = each.facts.includes('spend365d');
        expect('values' in each).toBe(!hidden);
        if (hidden)
          expect(each.sentence.en.split(' — ')[0]).toMatch(/^(Employees together with )?Spend in 12 months$/);
      }
    }
    expect(limited.fitDrivers!.drivers.some((each) => each.facts.length === 2)).toBe(true);
  });

  test('gets no value of it anywhere in the answer', async () => {
    const text = JSON.stringify(await getAccount(as(viewer), SECURITY));
    expect(text).not.toMatch(/5,000|5\.000|500000|US\$/);
    expect(text).not.toContain('revenue');
    expect(JSON.stringify(await getAccount(as(), SECURITY))).toMatch(/5,000/);
  });
});

describe('another’s account', () => {
  test.each([
    ['of another partner', as(), 'theirs'],
    ['of another location', as({ locations: ['L9'] }), 'a1'],
    ['of nobody', as(), 'nobody'],
  ])('%s is not found', async (_what, context, id) => {
    await expect(getAccount(context, { accountId: id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a release of an earlier version is shown with its scores, without drivers', async () => {
  await publish(stores, '2026-11.1', '2026-10.1', { models: { fit: { Security: 'gone' }, intent: {} } });
  await jobs.insertRows({ table: 'release_rows', rows: [rowOf('2026-11.1', { intent: 300 })] });
  const { cards, comparedWith } = await getAccount(as(), SECURITY);
  expect(cards[0]!.intent).toBe(300);
  expect(cards[0]).toMatchObject({
    fitDrivers: null,
    intentDrivers: null,
    change: { fit: null, intent: null },
    moves: { fit: null, intent: null },
  });
  expect(cards[0]!.revenue).toBe(null);
  expect(comparedWith).toBe('2026-10');
});
