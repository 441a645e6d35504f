import type { Calendar } from '../calendar';
import type { Company } from '../firm/company';
import type { Random } from '../random';
import type { LocalPurchase } from './local-licences';
import { PRICE_LIST } from './price-list';
import type { Seller } from './seller';

/** One division of a licence agreement. */
export type Agreement = {
  /** Number of the agreement within the account; its divisions share it. */
  number: number;
  program: string;
  division: string;
  start: number;
  end: number;
  full: boolean;
  cents: number;
  seller: Seller;
};

const LARGE = 200;
const RENEWED = 0.55;

type Signing = {
  company: Company;
  calendar: Calendar;
  seller: () => Seller;
  divisions: ReadonlyMap<string, string>;
};

/** Agreements over licences for own computers, each followed by another or not at all: what runs out makes a customer dark. */
export function localAgreements(
  r: Random,
  purchases: readonly LocalPurchase[],
  signing: Signing,
): Agreement[] {
  const { company, calendar, seller, divisions } = signing;
  const found: Agreement[] = [];
  let number = 0;
  for (const { day, lines } of purchases) {
    if (r.chance(0.12)) continue;
    const program =
      company.employees >= LARGE ? 'Enterprise Agreement' : r.chance(0.5) ? 'Open Value' : 'Open';
    const years = program === 'Open' ? 2 : 3;
    const by = seller();
    const covered = new Map<string, number>();
    for (const { sku, quantity } of lines) {
      const division = divisions.get(sku)!;
      covered.set(division, (covered.get(division) ?? 0) + quantity * PRICE_LIST[sku]!.cents);
    }
    let start = day;
    do {
      number += 1;
      const end = start + years * 365 - 1;
      for (const [division, cents] of covered) {
        const share = 0.25 + 0.5 * r.next();
        found.push({
          number,
          program,
          division,
          start,
          end,
          full: r.chance(0.7),
          cents: Math.round(cents * share),
          seller: by,
        });
      }
      start = end + 1;
    } while (start <= calendar.end && r.chance(RENEWED));
  }
  return found;
}

/** Whether an agreement over own licences ends around these days: a time to think about the cloud. */
export function endsBetween(agreements: readonly Agreement[], from: number, to: number): boolean {
  return agreements.some(({ end }) => end >= from && end < to);
}
