import { type Random, random } from '../random';
import type { Order, Term } from '../sales/ledger';
import type { Life } from '../sales/life';
import { PRICE_LIST } from '../sales/price-list';
import type { World } from '../world';
import { dollars, type MarketRow, rowOf } from './headers';

const RETURNED = 0.008;
const WITHOUT_ORDER = 0.05;
const WITHOUT_PARTNER = 0.015;

/** Transactions and subscriptions of an account up to the end of the window. */
export function* saleRows(world: World, life: Life): Iterable<MarketRow> {
  const { end } = world.calendar;
  const r = random(world.seed, { purpose: 'dirt', index: life.company.index, part: 2 });
  const orders = life.ledger.orders.filter(({ day }) => day <= end).sort((a, b) => a.day - b.day);
  let line = 0;
  for (const [number, order] of orders.entries()) {
    for (const row of orderRows(r, world, { life, order, number })) {
      line += 1;
      row[0] = `${life.company.id}-T${line}`;
      yield { feed: 'transactions', row, bad: null };
    }
  }
  yield* termRows(world, life);
}

type Booked = { life: Life; order: Order; number: number };

/** Rows without their transaction id. */
function* orderRows(r: Random, { calendar }: World, { life, order, number }: Booked): Iterable<string[]> {
  const id = life.company.id;
  const orderId = r.chance(WITHOUT_ORDER) ? '' : `${id}-O${number + 1}`;
  const known = !r.chance(WITHOUT_PARTNER);
  const partner = known ? order.seller.partner.id : '';
  const location = known ? (order.seller.location?.id ?? '') : '';
  for (const { sku, quantity } of order.lines) {
    const cents = Math.round(quantity * PRICE_LIST[sku]!.cents * (0.82 + 0.22 * r.next()));
    const row = (pieces: number, day: number) => [
      '',
      orderId,
      id,
      partner,
      location,
      sku,
      String(pieces),
      dollars(Math.round((cents * pieces) / quantity)),
      calendar.text(day),
    ];
    yield row(quantity, order.day);
    const returned = order.day + 3 + r.below(25);
    if (r.chance(RETURNED) && returned <= calendar.end)
      yield row(-Math.ceil(quantity * r.next() || 1), returned);
  }
}

function* termRows({ calendar }: World, { company, ledger }: Life): Iterable<MarketRow> {
  const terms = ledger.terms.filter(({ start }) => start <= calendar.end);
  for (const [number, term] of terms.entries())
    yield termRow(calendar.text, { term, number, account: company.id });
}

function termRow(
  text: (day: number) => string,
  { term, number, account }: { term: Term; number: number; account: string },
): MarketRow {
  return rowOf('subscriptions', {
    subscription_id: `${account}-S${number + 1}`,
    account_id: account,
    partner_id: term.seller.partner.id,
    location_id: term.seller.location?.id ?? '',
    sku: term.sku,
    seats: String(term.seats),
    start_date: text(term.start),
    end_date: text(term.end),
  });
}
