import { freshDatabase } from '@ascent/db/testing';
import { defaultCatalogue, FeedName } from '@ascent/schemas';
import { seeded } from '@ascent/scoring/testing';
import { readModel } from '@ascent/services';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { daysBefore, type Month } from './month';
import { scoreRenewals, trainRenewal } from './renewal';
import { feedRows } from './testing/feed-rows';

const warehouse = await freshWarehouse(inject('warehouse'));
const postgres = await freshDatabase(inject('postgresUrl'));
afterAll(async () => {
  await warehouse.drop();
  await postgres.drop();
});
const { jobs } = warehouse;
const CUT = '2026-10-20';
const month = {
  period: '2026-10',
  releaseId: '2026-10.1',
  previousId: null,
  catalogue: defaultCatalogue,
  seed: 1,
  warehouse: jobs,
  db: postgres.as('host').db,
  inputs: Object.fromEntries(FeedName.options.map((feed) => [feed, [1]])),
} as unknown as Month;

/** Nine of ten CSP agreements are followed by another within weeks, and two of ten Open ones. */
const { next, below } = seeded(8);
const agreements: Record<string, unknown>[] = [];
const add = (id: string, account_id: string, program: string, start_date: string, end_date: string) =>
  agreements.push({
    agreement_id: id,
    account_id,
    program,
    division: 'D',
    start_date,
    end_date,
    expiring_revenue: 1000,
  });
for (let n = 0; n < 900; n++) {
  const program = n % 2 ? 'CSP' : 'Open';
  const end = daysBefore(CUT, 70 + below(950));
  add(`e${n}`, `a${n}`, program, daysBefore(end, 365), end);
  if (next() < (program === 'CSP' ? 0.9 : 0.2))
    add(`r${n}`, `a${n}`, program, daysBefore(end, -10), daysBefore(end, -2000));
}
for (const program of ['CSP', 'Open'])
  add(`live ${program}`, `live ${program}`, program, '2026-01-01', '2026-12-31');
await feedRows(jobs, 1)('agreements', agreements);
await feedRows(jobs, 1)(
  'accounts',
  agreements.map(({ account_id }) => ({ account_id })),
);

test('the chance of renewal of a live agreement is that of those like it that have ended', async () => {
  const id = (await trainRenewal(month))!;
  const { document, card } = await readModel(month.db, id);
  expect(card).toMatchObject({ published: true, decision: 'first', trainingRows: 900 });
  expect(card.definition).toMatchObject({ label: 'renewed', days: 60 });
  expect(document!.features.map(({ fact }) => fact)).toContain('agreementProgram');
  await scoreRenewals(month, id);
  await scoreRenewals(month, id);
  const rows = await jobs.query({
    sql: `SELECT agreement_id AS id, probability / 1000000 AS p FROM agreement_scores WHERE release_id = {r:String} AND agreement_id LIKE 'live%' ORDER BY id`,
    params: { r: month.releaseId },
    schema: z.object({ id: z.string(), p: z.number() }),
  });
  expect(rows.map((row) => row.id)).toEqual(['live CSP', 'live Open']);
  expect(rows[0]!.p).toBeGreaterThan(0.8);
  expect(rows[0]!.p).toBeLessThan(0.97);
  expect(rows[1]!.p).toBeGreaterThan(0.12);
  expect(rows[1]!.p).toBeLessThan(0.3);
});

test('what no agreement tells apart gives no chance, and the card says so', async () => {
  const coin = Array.from({ length: 600 }, (_, n) => {
    const end = daysBefore(CUT, 70 + below(950));
    const ended = {
      agreement_id: `c${n}`,
      account_id: `c${n}`,
      program: 'X',
      division: 'D',
      start_date: daysBefore(end, 365),
      end_date: end,
      expiring_revenue: 1000,
    };
    const after = {
      ...ended,
      agreement_id: `d${n}`,
      start_date: daysBefore(end, -5),
      end_date: daysBefore(end, -2000),
    };
    return next() < 0.5 ? [ended, after] : [ended];
  }).flat();
  await feedRows(jobs, 2)('agreements', coin);
  await feedRows(jobs, 2)(
    'accounts',
    coin.map(({ account_id }) => ({ account_id })),
  );
  const inputs = Object.fromEntries(FeedName.options.map((feed) => [feed, [2]]));
  const id = (await trainRenewal({ ...month, inputs, releaseId: '2026-10.2' } as unknown as Month))!;
  const { document, card } = await readModel(month.db, id);
  expect(document).toBeNull();
  expect(card.reason).toMatch(/^no signal/);
  await scoreRenewals({ ...month, inputs, releaseId: '2026-10.2' } as unknown as Month, id);
  const rows = await jobs.query({
    sql: `SELECT count() AS n FROM agreement_scores WHERE release_id = '2026-10.2'`,
    schema: z.object({ n: z.number() }),
  });
  expect(rows[0]!.n).toBe(0);
});
