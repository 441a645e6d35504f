import type { ProductId } from '../latent/products';
import type { Seller } from './seller';

export type Line = { sku: string; quantity: number };
/** A sale; `product` is the product it was a purchase of, null for licences of old and what came with another. */
export type Order = { day: number; product: ProductId | null; lines: Line[]; seller: Seller };
/** A year of a subscription; its days are both part of it. */
export type Term = { sku: string; seats: number; start: number; end: number; seller: Seller };
/** What lives now: all its seats, and the terms of the current year. */
export type Holding = { sku: string; seats: number; end: number; terms: Term[] };

/** All that an account bought and owns. Slots hold one sku each: `suite`, and every other sku itself. */
export type Ledger = { orders: Order[]; terms: Term[]; holdings: Map<string, Holding> };

const TERM_DAYS = 365;

export function emptyLedger(): Ledger {
  return { orders: [], terms: [], holdings: new Map() };
}

export function slotOf(sku: string): string {
  return sku.startsWith('M365-') && sku !== 'M365-COPILOT' ? 'suite' : sku;
}

type Start = { sku: string; seats: number; day: number; seller: Seller };

/** Starts a subscription, adds seats to the one that lives, or ends it for a higher one with the same seats and more. */
export function subscribe(ledger: Ledger, { sku, seats, day, seller }: Start): void {
  const slot = slotOf(sku);
  const held = ledger.holdings.get(slot);
  if (held && held.sku === sku) {
    // More seats end with the others.
    const term = { sku, seats, start: day, end: Math.max(day, held.end), seller };
    ledger.terms.push(term);
    held.terms.push(term);
    held.seats += seats;
    return;
  }
  for (const term of held?.terms ?? []) term.end = Math.max(term.start, Math.min(term.end, day - 1));
  const term = { sku, seats, start: day, end: day + TERM_DAYS - 1, seller };
  ledger.terms.push(term);
  ledger.holdings.set(slot, { sku, seats, end: term.end, terms: [term] });
}

/** Renews for a year what ends before `until`, or lets it end; renewals are not sales. */
export function renewHoldings(ledger: Ledger, until: number, renews: (slot: string) => boolean): void {
  for (const [slot, held] of ledger.holdings) {
    if (held.end >= until) continue;
    if (!renews(slot)) {
      ledger.holdings.delete(slot);
      continue;
    }
    const term = {
      sku: held.sku,
      seats: held.seats,
      start: held.end + 1,
      end: held.end + TERM_DAYS,
      seller: held.terms[0]!.seller,
    };
    ledger.terms.push(term);
    held.end = term.end;
    held.terms = [term];
  }
}
