import { type MarketOptions, marketPartners } from '@ascent/market';
import { defaultCatalogue, type Period } from '@ascent/schemas';
import { type SampleUser, sampleUsers } from './sample-users';

/** Beside the sample's files once everything is made of them. */
export const DONE = 'done';
const PARTNERS = 40;
const MONTHS = 24;
export const SEED = 1;

export function sampleMarket(accounts: number, endPeriod: Period): MarketOptions {
  return {
    catalogue: defaultCatalogue,
    accounts,
    partners: PARTNERS,
    months: MONTHS,
    endPeriod,
    seed: SEED,
  };
}

/** The sample's users: at a large American partner with several locations, at a Brazilian one, and at the host. */
export function usersOf(market: MarketOptions): SampleUser[] {
  const partners = marketPartners(market);
  const inCountry = (country: string) => partners.filter((partner) => partner.country.name === country);
  const american = inCountry('United States').find((each) => each.locations.length > 1) ?? partners[0]!;
  const brazilian = inCountry('Brazil')[0] ?? partners.at(-1)!;
  return sampleUsers({
    partnerId: american.id,
    locations: american.locations.map((each) => each.id),
    secondPartnerId: brazilian.id,
  });
}
