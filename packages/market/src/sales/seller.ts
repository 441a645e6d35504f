import type { Location, Partner } from '../firm/partners';
import type { Random } from '../random';

/** Who sold: a partner, mostly with the location that did. */
export type Seller = { partner: Partner; location: Location | null };

/** Draws the seller of one sale: mostly the main partner's home location. */
export function sellerOf(r: Random, partners: readonly Partner[], index: number): Seller {
  const partner = partners.length > 1 && r.chance(0.25) ? partners[1]! : partners[0]!;
  const { locations } = partner;
  const home = locations[index % locations.length]!;
  if (r.chance(0.03)) return { partner, location: null };
  return { partner, location: r.chance(0.88) ? home : r.pick(locations) };
}
