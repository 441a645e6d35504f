import { defaultCatalogue } from '@ascent/schemas';
import type { MarketOptions } from './world';

/** Options of the market that the tests look at. */
export function sampleOptions(accounts: number, seed = 11): MarketOptions {
  return { catalogue: defaultCatalogue, accounts, partners: 120, months: 24, endPeriod: '2026-10', seed };
}
