import { random } from '../random';
import type { Agreement } from '../sales/agreements';
import { slotOf } from '../sales/ledger';
import type { Life } from '../sales/life';
import { PRICE_LIST } from '../sales/price-list';
import type { World } from '../world';
import { dollars, type MarketRow, rowOf } from './headers';

const CLOUD_AGREEMENT = 0.3;
const LARGE = 200;

/** Agreements over own licences, and those that some suites are bought under. */
export function* agreementRows(world: World, life: Life): Iterable<MarketRow> {
  for (const agreement of [...life.agreements, ...suiteAgreements(world, life)]) {
    if (agreement.start > world.calendar.end) continue;
    yield rowOf('agreements', {
      agreement_id: `${life.company.id}-V${agreement.number}`,
      account_id: life.company.id,
      partner_id: agreement.seller.partner.id,
      location_id: agreement.seller.location?.id ?? '',
      program: agreement.program,
      division: agreement.division,
      start_date: world.calendar.text(agreement.start),
      end_date: world.calendar.text(agreement.end),
      expiration_type: agreement.full ? 'Full' : 'Partial',
      expiring_revenue: dollars(agreement.cents),
    });
  }
}

/** Each year of a suite is an agreement of its own. */
function suiteAgreements(world: World, life: Life): Agreement[] {
  const r = random(world.seed, { purpose: 'agreement', index: life.company.index, part: 1 });
  if (!r.chance(CLOUD_AGREEMENT)) return [];
  const program = life.company.employees >= LARGE ? 'Enterprise Agreement Subscription' : 'CSP';
  const first = life.agreements.at(-1)?.number ?? 0;
  return life.ledger.terms
    .filter(({ sku }) => slotOf(sku) === 'suite')
    .map(({ sku, seats, start, end, seller }, index) => ({
      number: first + index + 1,
      program,
      division: world.divisions.get(sku)!,
      start,
      end,
      full: r.chance(0.7),
      cents: seats * PRICE_LIST[sku]!.cents,
      seller,
    }));
}
