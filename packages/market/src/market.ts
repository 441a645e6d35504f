import type { Partner } from './firm/partners';
import { accountRows } from './rows/account-rows';
import { type MarketRow, rowOf } from './rows/headers';
import { type MarketOptions, openWorld } from './world';

/**
 * All rows of all feeds and of the truth: partners first, then account by account. No more than one account is
 * held at a time, and the same options always give the same rows. Throws when the catalogue is not one that this
 * market buys from.
 */
export function* marketRows(options: MarketOptions): Generator<MarketRow, void, undefined> {
  const world = openWorld(options);
  for (const partner of world.partners.all) yield* partnerRows(partner);
  for (let index = 0; index < options.accounts; index++) yield* accountRows(world, index);
}

/** The partners alone, as `marketRows` has them. */
export function marketPartners(options: MarketOptions): readonly Partner[] {
  return openWorld(options).partners.all;
}

function* partnerRows({ id, name, country, locations }: Partner): Iterable<MarketRow> {
  for (const location of locations) {
    yield rowOf('partners', {
      partner_id: id,
      partner_name: name,
      location_id: location.id,
      location_name: location.name,
      country: country.name,
      city: location.city,
    });
  }
}
