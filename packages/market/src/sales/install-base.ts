import type { Calendar } from '../calendar';
import type { Company } from '../firm/company';
import { TRAITS } from '../latent/products';
import type { Random } from '../random';
import { buy, firstSuite } from './buy';
import { type Holding, type Ledger, subscribe } from './ledger';
import type { Want } from './life';
import type { Seller } from './seller';

export type Beginning = {
  company: Company;
  calendar: Calendar;
  wants: readonly Want[];
  seller: () => Seller;
};

const YEAR = 365;
const GAVE_UP = 0.09;

/** What an account owns when the window begins: bought in the three years before, and renewed since. */
export function adoptInstallBase(r: Random, ledger: Ledger, at: Beginning): void {
  const { company, calendar, wants, seller } = at;
  const days = calendar.start - calendar.oldest;
  const owned = wants.filter(({ product, fit }) => r.chance(TRAITS[product].owned * (0.4 + 1.2 * fit)));
  const bought = owned.map(({ product }) => ({ product, day: calendar.oldest + r.below(days) }));
  for (const { product, day } of bought.sort((a, b) => a.day - b.day)) {
    buy(r, ledger, { company, product, day, seller: seller() });
  }
  for (const held of ledger.holdings.values()) moveToCurrentYear(held, calendar.start);
  if (!ledger.holdings.has('suite') && r.chance(GAVE_UP)) giveUpSuite(r, ledger, at);
}

/** Only the term that reaches into the window is told; those before it ended as it will. */
function moveToCurrentYear(held: Holding, start: number): void {
  const days = Math.max(0, Math.ceil((start - held.end) / YEAR)) * YEAR;
  for (const term of held.terms) {
    term.start += days;
    term.end += days;
  }
  held.end += days;
}

/** A suite that was bought for a year and then given up, before the window began. */
function giveUpSuite(r: Random, ledger: Ledger, { company, calendar, seller }: Beginning): void {
  const { sku, quantity } = firstSuite(r, company);
  const day = calendar.oldest + r.below(calendar.start - calendar.oldest - YEAR - 30);
  const by = seller();
  ledger.orders.push({ day, product: null, lines: [{ sku, quantity }], seller: by });
  subscribe(ledger, { sku, seats: quantity, day, seller: by });
  ledger.holdings.delete('suite');
}
