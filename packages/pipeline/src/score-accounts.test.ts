import { combinedPropensity, defaultCatalogue } from '@ascent/schemas';
import { binColumn, planScoring, type ScoredProduct, scoringDictionary } from '@ascent/scoring';
import { seeded, sharedModels } from '@ascent/scoring/testing';
import { addColumns, scoreColumn, scoresOf, type Warehouse } from '@ascent/warehouse';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { restOn } from './rest-on';
import { scopeColumn } from './scope';
import { refuseTooLong, type Scoring, scoreAccounts, withDictionary } from './score-accounts';
import { type BinRow, scoredHere } from './testing/scored-here';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;

const SIZES = [2, 3, 64, 17, 255, 200, 12, 5, 33, 256];
const DAYS = { fit: '2026-07-20', score: '2026-08-20' };
const bands = [
  { label: "under d'1", belowCents: 150_000 },
  { label: 'under 2', belowCents: 400_000 },
];

/** Products with everything, and those that lack one thing each; of some the probability is said by both scores together. */
function productsOf(seed: number): ScoredProduct[] {
  const shape = { products: 6, sizes: SIZES, facts: 7, pairs: 4, triples: 2, points: 400, seed };
  const [whole, , noIntent, nothing] = sharedModels(shape) as Six;
  const [both, noFit, , , free, narrow] = sharedModels({ ...shape, combined: true }) as Six;
  return [
    whole,
    { ...both, id: 'Both' },
    { ...noFit, fit: null },
    { ...noIntent, intent: null },
    { ...nothing, fit: null, intent: null, propensity: null, revenue: null },
    { ...free, fit: null, propensity: { ...combinedPropensity(free.propensity)!, fit: null }, revenue: null },
    { ...narrow, fit: { ...narrow.fit!, terms: [] } },
  ];
}
type Six = [ScoredProduct, ScoredProduct, ScoredProduct, ScoredProduct, ScoredProduct, ScoredProduct];

const facts = SIZES.map((_, at) => `x${at}`);
type Account = BinRow & { id: string; scopes: boolean[]; isNew: boolean };

function accountsOf(count: number, seed: number, products: readonly ScoredProduct[]): Account[] {
  const random = seeded(seed);
  const bins = () =>
    Object.fromEntries(facts.map((fact, at) => [fact, random.below(4) === 0 ? 0 : random.below(SIZES[at]!)]));
  return Array.from({ length: count }, (_, n) => {
    const now = bins();
    const isNew = random.below(10) === 0;
    return {
      id: `A${String(n).padStart(6, '0')}`,
      observed: random.below(8) > 0,
      inScope: true,
      scopes: products.map(() => random.below(8) > 0),
      isNew,
      now,
      // A new account was not there on the quarter's day.
      fit: isNew ? now : bins(),
    };
  });
}

async function store(
  release: string,
  accounts: readonly Account[],
  products: readonly ScoredProduct[],
): Promise<void> {
  const added = [...facts.map(binColumn), ...products.map(({ id }) => scopeColumn(id))];
  for (const sql of addColumns(
    'feature_bins',
    added.map((name) => ({ name, type: 'UInt8' })),
  ))
    await jobs.command({ sql });
  const rowsOf = (day: string, bins: (account: Account) => Record<string, number>, of: readonly Account[]) =>
    of.map((account) => ({
      release_id: release,
      as_of: day,
      account_id: account.id,
      observed: Number(account.observed),
      ...Object.fromEntries(facts.map((fact) => [binColumn(fact), bins(account)[fact]])),
      ...Object.fromEntries(products.map(({ id }, at) => [scopeColumn(id), Number(account.scopes[at])])),
    }));
  await jobs.insertRows({ table: 'feature_bins', rows: rowsOf(DAYS.score, ({ now }) => now, accounts) });
  await jobs.insertRows({
    table: 'feature_bins',
    rows: rowsOf(
      DAYS.fit,
      ({ fit }) => fit,
      accounts.filter(({ isNew }) => !isNew),
    ),
  });
}

function scoringOf(
  release: string,
  products: readonly ScoredProduct[],
  matrix: number,
  sameDay = false,
): Scoring {
  return {
    releaseId: release,
    featuresRelease: release,
    days: sameDay ? { fit: DAYS.score, score: DAYS.score } : DAYS,
    products,
    matrix: defaultCatalogue.matrices[matrix]!,
    bands,
  };
}

const FIELDS = [
  'fit',
  'intent',
  'fit_level',
  'intent_level',
  'code',
  'cluster',
  'probability',
  'revenue_low',
  'revenue_high',
  'revenue_band',
  'drivers',
] as const;

async function scoredThere(release: string, product: string) {
  return jobs.query({
    sql: `SELECT account_id, ${FIELDS.map((field) => `${scoreColumn(product, field)} AS ${field}`).join(', ')} FROM ${scoresOf(release)} ORDER BY account_id`,
    schema: z.record(z.string(), z.any()),
  });
}

async function expectSame(
  release: string,
  accounts: readonly Account[],
  { products, matrix, days }: Scoring,
) {
  const seen = { capped: 0, codes: new Set(), fewDrivers: 0, none: 0 };
  for (const [at, product] of products.entries()) {
    const found = await scoredThere(release, product.id);
    const expected = accounts.map((account) => {
      const row = {
        ...account,
        inScope: account.scopes[at]!,
        fit: days.fit === days.score ? account.now : account.fit,
      };
      return { account_id: account.id, ...scoredHere(product, row, { matrix, bands }) };
    });
    expect(found).toEqual(expected);
    for (const row of expected) {
      if (row.fit === 0 || row.fit === 1000) seen.capped += 1;
      if (row.drivers[2] === 0) seen.fewDrivers += 1;
      if (row.fit === null) seen.none += 1;
      seen.codes.add(row.code);
    }
  }
  return seen;
}

describe('the packed statement gives every account what the scorers in TypeScript give', () => {
  test.each([
    [1, 0, false],
    [2, 1, true],
    [3, 0, false],
  ])('models of seed %i with matrix %i', async (seed, matrix, sameDay) => {
    const release = `r.${seed}`;
    const products = productsOf(seed);
    const accounts = accountsOf(2000, 50 + seed, products);
    await store(release, accounts, products);
    const scoring = scoringOf(release, products, matrix, sameDay);
    await scoreAccounts(jobs, scoring);
    const seen = await expectSame(release, accounts, scoring);
    // And these accounts had all there is to get wrong.
    expect(seen.capped).toBeGreaterThan(100);
    expect(seen.codes.size).toBe(11);
    expect(seen.fewDrivers).toBeGreaterThan(100);
    expect(seen.none).toBeGreaterThan(100);
  });
});

test('a release rests on another one for accounts that it does not hold itself, through one in between too', async () => {
  const products = productsOf(1);
  const first = accountsOf(500, 70, products);
  const scoring = (release: string) => scoringOf(release, products, 0);
  await store('base.1', first, products);
  await scoreAccounts(jobs, scoring('base.1'));
  expect(await restOn(jobs, { releaseId: 'base.1', base: null })).toBeNull();
  let now = first;
  for (const [at, release] of ['base.2', 'base.3'].entries()) {
    const other = accountsOf(520, 80 + at, products);
    const changed = other.filter((_, n) => n % 20 === at || n >= 500 + at * 10);
    now = other.flatMap((each, n) => (changed.includes(each) ? [each] : now[n] ? [now[n]!] : []));
    await store(release, changed, products);
    await scoreAccounts(jobs, scoring(release));
    expect(await restOn(jobs, { releaseId: release, base: `base.${at + 1}` })).toBe('base.1');
    await expectSame(release, now, scoring(release));
  }
  await expectSame('base.1', first, scoring('base.1'));
});

describe('a statement longer than the engine reads by itself', () => {
  test('is read all the same', async () => {
    const products = productsOf(1);
    const accounts = accountsOf(50, 90, products);
    await store('long', accounts, products);
    // Twice as long as what the engine reads of a statement about which nothing is said.
    const remark = `/* ${'-'.repeat(520_000)} */`;
    const warehouse: Warehouse = {
      ...jobs,
      command: ({ sql, ...rest }) =>
        jobs.command({ ...rest, sql: sql.startsWith('INSERT') ? `${remark} ${sql}` : sql }),
    };
    const scoring = scoringOf('long', products, 0);
    await scoreAccounts(warehouse, scoring);
    await expectSame('long', accounts, scoring);
    await expect(jobs.command({ sql: `${remark} SELECT 1` })).rejects.toThrow('Max query size exceeded');
  });

  test('is refused by name and size before the engine misunderstands it', () => {
    const [first, second] = productsOf(1) as [ScoredProduct, ScoredProduct];
    const short = { ...second, id: 'Short', fit: null };
    const sql = ' '.repeat(17_000_000);
    expect(() => refuseTooLong(sql, [short, { ...first, id: 'Long' }])).toThrow(
      /2 products takes a statement of 17000000 bytes.*the models of Long have \d+ terms/,
    );
    expect(() => refuseTooLong('SELECT 1', [first])).not.toThrow();
  });
});

test('a dictionary that reads empty, or other than was compiled, scores nothing', async () => {
  const { table } = planScoring(productsOf(1), bands);
  const dictionary = scoringDictionary('probe', table);
  const changed = dictionary.rows();
  changed[8] = (changed[8]! + 1) % 256;
  for (const bytes of [new Uint8Array(0), changed]) {
    let ran = false;
    const run = async () => {
      ran = true;
    };
    await expect(withDictionary(jobs, { ...dictionary, rows: () => bytes }, run)).rejects.toThrow(
      'does not read what was compiled',
    );
    expect(ran).toBe(false);
  }
});

test('nothing of a scoring is left, nor of one that was killed', async () => {
  await jobs.command({
    sql: 'CREATE TABLE scoring_killed_rows (k UInt64, w0 UInt64) ENGINE = MergeTree ORDER BY k',
  });
  await jobs.command({
    sql: "CREATE DICTIONARY scoring_killed (k UInt64, w0 UInt64 DEFAULT 0) PRIMARY KEY k SOURCE(CLICKHOUSE(TABLE 'scoring_killed_rows')) LAYOUT(FLAT()) LIFETIME(0)",
  });
  await scoreAccounts(jobs, scoringOf('r.1', productsOf(1), 0));
  const left = await jobs.query({
    sql: "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'scoring_')",
    schema: z.object({ name: z.string() }),
  });
  expect(left).toEqual([]);
});
