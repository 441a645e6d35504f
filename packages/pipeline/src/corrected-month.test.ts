import { tables } from '@ascent/db';
import { freshDatabase } from '@ascent/db/testing';
import {
  type Catalogue,
  cardReasons,
  defaultCatalogue,
  type FeedName,
  ModelCard,
  type Period,
} from '@ascent/schemas';
import { seeded } from '@ascent/scoring/testing';
import { stepState } from '@ascent/services';
import { featuresOf, readSheet, rowSheetColumns, scoresOf, tenantReader } from '@ascent/warehouse';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { contentHash } from './content-hash';
import { asOfDays } from './month';
import { runCycle } from './run-cycle';
import { feedRows } from './testing/feed-rows';

const FACTS = ['employees', 'country', 'orders365d'];
const ACCOUNTS = 1600;
const [BEFORE, PERIOD] = ['2026-10', '2026-11'] as [Period, Period];
const catalogue: Catalogue = {
  ...defaultCatalogue,
  facts: defaultCatalogue.facts.filter(({ id }) => FACTS.includes(id)),
  products: defaultCatalogue.products.slice(0, 1).map((product) => ({
    ...product,
    scope: undefined,
    skus: ['A'],
    fit: { facts: FACTS, labelDays: 60 },
    intent: { facts: FACTS },
  })),
  trainingCutOffs: 2,
  cohorts: [
    { ...defaultCatalogue.cohorts[0]!, rule: `${defaultCatalogue.products[0]!.id}Cluster = 'Act Now'` },
  ],
  offers: [],
  flags: [],
  workloads: [],
};
const days = asOfDays({ period: PERIOD, catalogue });

const account = (n: number) => ({
  account_id: `a${String(n).padStart(4, '0')}`,
  name: `Account ${n}`,
  employees: n % 50 === 7 ? null : 3 + ((n * 37) % 400),
  country: ['Brazil', 'Chile', 'Peru', ''][n % 4],
  city: 'Recife',
  known_on: null as string | null,
});
const grown = (n: number, knownOn: string) => ({ ...account(n), employees: 900, known_on: knownOn });
/** What the correction says, by the days as of which facts of these accounts are others. */
const since = {
  score: Array.from({ length: 30 }, (_, n) => grown(20 * n + 1, '2026-11-10')),
  both: [grown(5, '2026-10-02'), grown(6, '2026-10-02')],
  fit: [grown(8, '2026-10-02')],
  fresh: [{ ...account(9000), known_on: '2026-11-01' }],
  /** A city is in the release's rows but no fact: nothing of this account has to be scored again. */
  none: [{ ...account(9), city: 'Olinda' }],
};
/** That one was grown for a while only. */
const back = since.fit.map((each) => ({ ...each, employees: account(8).employees, known_on: '2026-11-01' }));

type Load = [seq: number, feed: FeedName, rows: Record<string, unknown>[]];
const accounts = Array.from({ length: ACCOUNTS }, (_, n) => account(n));
const FIRST: Load[] = [
  [1, 'accounts', accounts],
  [2, 'partners', [{ partner_id: 'p', partner_name: 'Partner', location_id: 'l' }]],
  [3, 'transactions', sales()],
  // So that something is known of accounts that buy nothing, too.
  [
    4,
    'technologies',
    accounts.map(({ account_id }) => ({ account_id, technology: 'Zoom', first_seen: '2020-01-01' })),
  ],
];
const CORRECTION: Load[] = [
  [5, 'accounts', Object.values(since).flat()],
  [6, 'accounts', back],
];

/** Small companies buy thirty times as often. */
function sales(): Record<string, unknown>[] {
  const random = seeded(7);
  const found: Record<string, unknown>[] = [];
  for (const { account_id, employees } of accounts)
    for (let month = 0; month < 30; month++) {
      if (random.below(400) >= ((employees ?? 99) < 60 ? 120 : 4)) continue;
      const date = new Date(Date.UTC(2024, 5 + month, 1 + random.below(28))).toISOString().slice(0, 10);
      const sku = random.below(3) > 0 ? 'A' : 'B';
      const amount = 10_000 + random.below(90_000);
      const to = { account_id, partner_id: 'p', location_id: 'l' };
      if (date < '2026-11-20')
        found.push({ transaction_id: `t${found.length}`, ...to, sku, quantity: 1, amount, date });
    }
  return found;
}

/** Stores of their own, and what a test does with them. */
async function world() {
  const warehouse = await freshWarehouse(inject('warehouse'));
  const postgres = await freshDatabase(inject('postgresUrl'));
  const { db } = postgres.as('host');
  const { jobs } = warehouse;
  return {
    db,
    jobs,
    take: async (loads: Load[]) => {
      for (const [seq, feed, rows] of loads) {
        await feedRows(jobs, seq)(feed, rows);
        const names = { fileName: `${seq}.csv`, sha256: `sha ${seq}`, mappingSha256: '' };
        await db.insert(tables.load).values({ seq, feed, ...names, status: 'done', accepted: rows.length });
      }
    },
    run: (period: Period) => runCycle({ period, catalogue, seed: 1, warehouse: jobs, db }),
    rows: (sql: string) => jobs.query({ sql, schema: z.record(z.string(), z.any()) }),
    drop: async () => {
      await warehouse.drop();
      await postgres.drop();
    },
  };
}

let here: Awaited<ReturnType<typeof world>>;
let scratch: Awaited<ReturnType<typeof world>>;
let first: Awaited<ReturnType<typeof runCycle>>;
let corrected: Awaited<ReturnType<typeof runCycle>>;
beforeAll(async () => {
  here = await world();
  await here.take(FIRST);
  await here.run(BEFORE);
  first = await here.run(PERIOD);
  await here.take(CORRECTION);
  corrected = await here.run(PERIOD);
  scratch = await world();
  await scratch.take(FIRST);
  await scratch.run(BEFORE);
  await scratch.take(CORRECTION);
  await scratch.run(PERIOD);
}, 300_000);
afterAll(async () => {
  await here?.drop();
  await scratch?.drop();
});

describe('a month that is corrected', () => {
  test('has the rows that a run from scratch on the same loads has, byte for byte', async () => {
    expect(corrected).toMatchObject({ releaseId: '2026-11.2', unchanged: false });
    const bytes = async ({ rows }: typeof here, release: string, from: string) =>
      (await rows(`SELECT * EXCEPT (release_id) FROM ${from} WHERE release_id = '${release}'`))
        .map((row) => JSON.stringify(row))
        .sort();
    const ofDay = (table: 'features' | 'feature_bins', asOf: string) => (release: string) =>
      featuresOf(table, { release, asOf });
    const sources = [
      ...['release_rows', 'cohort_members', 'agreement_scores', 'release_agreements'].map(
        (name) => () => name,
      ),
      scoresOf,
      ...allDays.flatMap((day) => [ofDay('features', day), ofDay('feature_bins', day)]),
    ];
    for (const source of sources)
      expect(await bytes(here, '2026-11.2', source('2026-11.2'))).toEqual(
        await bytes(scratch, '2026-11.1', source('2026-11.1')),
      );
    expect(await bytes(here, '2026-11.2', 'release_rows')).toHaveLength(await buyers());
    expect(await bytes(here, '2026-11.2', scoresOf('2026-11.2'))).toHaveLength(ACCOUNTS + 1);
  });

  test('leaves the release that it rests on as it was', async () => {
    expect((await contentHash(here.jobs, '2026-11.1')).hash).toBe(first.contentHash);
  });

  test('writes facts, bytes and scores of changed accounts only, each on both days that scoring looks at', async () => {
    const own = async (table: string, by: string) =>
      Object.fromEntries(
        (
          await here.rows(
            `SELECT ${by} AS k, toUInt32(count()) AS n FROM ${table} WHERE release_id = '2026-11.2' GROUP BY k ORDER BY k`,
          )
        ).map(({ k, n }) => [k, n]),
      );
    const changed = since.score.length + since.both.length + since.fit.length;
    // The new account was not there on the quarter's day.
    const expected = { [days.fit]: changed, [days.score]: changed + since.fresh.length };
    expect(await own('features', 'toString(as_of)')).toEqual(expected);
    expect(await own('feature_bins', 'toString(as_of)')).toEqual(expected);
    expect(await own('account_scores', "'all'")).toEqual({ all: changed + since.fresh.length });
    for (const step of ['features', 'score'])
      expect((await stepState(here.db, '2026-11.2', step))!.detail.base).toBe('2026-11.1');
  });

  test('has sheets that say what its columns say, of changed accounts and of those that rest', async () => {
    const release = '2026-11.2';
    const scored = await here.rows(
      `SELECT account_id, Sheet, ${rowSheetColumns(catalogue.products).join(', ')} FROM release_rows WHERE release_id = '${release}'`,
    );
    for (const { account_id: _, Sheet, ...columns } of scored)
      expect(readSheet(Sheet, catalogue.products, catalogue.products)).toEqual(columns);

    const reader = tenantReader(here.jobs, { partnerId: 'p', locations: '*' });
    const seen = new Set(scored.map(({ account_id }) => account_id));
    const changed = Object.values(since)
      .flat()
      .map(({ account_id }) => account_id);
    const [moved, rested] = [
      changed.filter((id) => seen.has(id)),
      [...seen].filter((id) => !changed.includes(id)),
    ];
    expect(moved.length).toBeGreaterThan(3);
    const of = [{ releaseId: release, featuresRelease: release, days: [days.score, days.fit] }];
    for (const table of ['features', 'feature_bins'] as const)
      for (const asOf of of[0]!.days) {
        const stored = await here.rows(
          `SELECT * EXCEPT (release_id, as_of) FROM ${featuresOf(table, { release, asOf })}`,
        );
        for (const accountId of [...moved, ...rested.slice(0, 20)]) {
          const sheet = (await reader.sheets({ accountId, of }))[0]![table].get(asOf);
          expect(stored.find((row) => row.account_id === accountId)).toMatchObject(sheet!);
        }
      }
  });

  test('says in codes why each of its models serves or does not', async () => {
    const cards = await here.db.select({ card: tables.model.card }).from(tables.model);
    const reasons = cards.flatMap(({ card }) => {
      const told = ModelCard.safeParse(card).data;
      return told ? cardReasons(told.reason) : [];
    });
    expect(reasons.length).toBeGreaterThan(2);
    expect(reasons.filter(({ code }) => code === 'said')).toEqual([]);
  });

  test('is scored whole where other models serve, and its facts still rest', async () => {
    const earlier: Load = [7, 'accounts', [grown(0, '2026-01-01'), grown(11, '2026-01-01')]];
    await here.take([earlier]);
    const { releaseId } = await here.run(PERIOD);
    expect((await stepState(here.db, releaseId, 'features'))!.detail.base).toBe('2026-11.1');
    expect((await stepState(here.db, releaseId, 'score'))!.detail.base).toBe(null);
    const [{ n }] = (await here.rows(
      `SELECT toUInt32(count()) AS n FROM account_scores WHERE release_id = '${releaseId}'`,
    )) as [{ n: number }];
    expect(n).toBe(ACCOUNTS + 1);
  });
});

const allDays = [...new Set([days.score, days.fit, ...days.fitTraining, ...days.intentTraining])];

async function buyers(): Promise<number> {
  const [{ n }] = (await here.rows(
    "SELECT toUInt32(uniqExact(account_id)) AS n FROM feed_transactions WHERE date >= addMonths(toDate('2026-11-20'), -36)",
  )) as [{ n: number }];
  return n;
}
