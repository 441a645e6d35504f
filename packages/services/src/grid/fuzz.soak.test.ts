import { afterAll, expect, inject, test } from 'vitest';
import { freshPlatform } from '../testing';
import { fuzzAccounts } from './fuzz.fixture';

const RUNS = 10_000;
const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);

test(`${RUNS} random questions get no row of another tenant`, async () => {
  const { answered, withRows, refused } = await fuzzAccounts(stores, RUNS);
  process.stdout.write(`${answered} answered, ${withRows} of them with rows, ${refused} refused\n`);
  expect(answered + refused).toBe(RUNS);
}, 1_800_000);
