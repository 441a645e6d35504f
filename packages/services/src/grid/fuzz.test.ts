import { afterAll, expect, inject, test } from 'vitest';
import { BRAVO, freshPlatform, partnerActor } from '../testing';
import { fuzzAccounts } from './fuzz.fixture';
import { listAccounts } from './list';

const RUNS = 400;
const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);

test(`${RUNS} random questions get no row of another tenant, and what cannot be asked is refused as invalid`, async () => {
  const { answered, withRows, refused } = await fuzzAccounts(stores, RUNS);
  expect(answered + refused).toBe(RUNS);
  // Bravo's rows are there to be found, by Bravo.
  const bravo = { platform: stores.platform, actor: partnerActor(BRAVO) };
  expect(await listAccounts(bravo, {})).toMatchObject({ total: 41 });
  // Neither is a question that nobody lets through a test, nor one that finds nothing.
  expect(answered).toBeGreaterThan(RUNS / 10);
  expect(withRows).toBeGreaterThan(RUNS / 40);
});
