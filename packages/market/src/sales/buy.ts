import type { Company } from '../firm/company';
import type { ProductId } from '../latent/products';
import type { Random } from '../random';
import { type Ledger, type Line, subscribe } from './ledger';
import { COPILOT_SUITES, DEVICES, piecesFor, SUITES, WORKLOADS } from './price-list';
import type { Seller } from './seller';

/** Staff above which the enterprise suites are the ladder's end. */
const ENTERPRISE = 300;
const WELL_COVERED = 0.8;

export type Purchase = { company: Company; product: ProductId; day: number; seller: Seller };

/** Books a purchase of a product: what is bought follows from what is owned. */
export function buy(r: Random, ledger: Ledger, purchase: Purchase): void {
  const { company, product, day, seller } = purchase;
  const lines = linesOf(r, ledger, purchase);
  if (product === 'M365' && COPILOT_SUITES.has(lines[0]!.sku) && r.chance(0.3)) {
    lines.push({ sku: 'M365-COPILOT', quantity: piecesFor('M365-COPILOT', company.employees) });
  }
  for (const { sku, quantity } of product === 'Surface' ? [] : lines) {
    subscribe(ledger, { sku, seats: quantity, day, seller });
  }
  ledger.orders.push({ day, product, lines, seller });
}

/** The suite that a purchase of more security would bring, or the next rung of the ladder; null = none. */
export function nextSuite(ledger: Ledger, company: Company): string | null {
  const suite = ledger.holdings.get('suite');
  if (!suite) return null;
  const rank = SUITES.indexOf(suite.sku);
  const top = company.employees < ENTERPRISE ? 2 : 4;
  return rank < top ? SUITES[rank + 1]! : null;
}

export function coverage(ledger: Ledger, company: Company): number {
  return (ledger.holdings.get('suite')?.seats ?? 0) / company.employees;
}

/** A purchase of security steps up to the highest suite from the two below it, where the staff is large enough. */
export function securityBringsSuite(ledger: Ledger, company: Company): boolean {
  const sku = ledger.holdings.get('suite')?.sku;
  return sku === 'M365-E3' || (sku === 'M365-BP' && company.employees >= 100);
}

/** A purchase of the suite steps up to the one that counts as security. */
export function suiteBringsSecurity(ledger: Ledger, company: Company): boolean {
  return coverage(ledger, company) >= WELL_COVERED && nextSuite(ledger, company) === 'M365-E5';
}

function linesOf(r: Random, ledger: Ledger, { company, product }: Purchase): Line[] {
  const { employees } = company;
  const one = (sku: string, people = employees): Line[] => [{ sku, quantity: piecesFor(sku, people) }];
  switch (product) {
    case 'Azure': {
      const missing = WORKLOADS.filter((sku) => !ledger.holdings.has(sku));
      return one(
        missing.length > 0 && r.chance(0.7)
          ? missing[Math.floor(missing.length * r.next() ** 2)]!
          : r.pick(WORKLOADS),
      );
    }
    case 'M365':
      return suiteLines(r, ledger, company);
    case 'Surface': {
      const people = employees * (0.5 + 1.2 * r.next());
      return r.chance(0.8) ? one(r.pick(DEVICES), people) : DEVICES.flatMap((sku) => one(sku, people / 2));
    }
    case 'D365BC':
      return one('D365-BC', ledger.holdings.has('D365-BC') ? employees * 0.2 : employees);
    case 'D365SP':
      return one('D365-SP', ledger.holdings.has('D365-SP') ? employees * 0.3 : employees);
    case 'PowerApps':
      return one('PWR-APPS', ledger.holdings.has('PWR-APPS') ? employees * 0.3 : employees);
    case 'Security':
      if (securityBringsSuite(ledger, company))
        return [{ sku: 'M365-E5', quantity: ledger.holdings.get('suite')!.seats }];
      return one(ledger.holdings.has('SEC-DEFENDER') || r.chance(0.4) ? 'SEC-ENTRA' : 'SEC-DEFENDER');
  }
}

function suiteLines(r: Random, ledger: Ledger, company: Company): Line[] {
  const suite = ledger.holdings.get('suite');
  if (!suite) return [firstSuite(r, company)];
  const short = company.employees - suite.seats;
  if (coverage(ledger, company) < WELL_COVERED) {
    return [{ sku: suite.sku, quantity: Math.max(1, Math.round(short * (0.4 + 0.6 * r.next()))) }];
  }
  const next = nextSuite(ledger, company);
  if (next) return [{ sku: next, quantity: suite.seats }];
  return [{ sku: suite.sku, quantity: Math.max(1, Math.round(suite.seats * 0.1 * (0.5 + r.next()))) }];
}

/** Three in ten begin with part of the staff. */
export function firstSuite(r: Random, { employees, maturity }: Company): Line {
  const rung =
    employees < ENTERPRISE
      ? Math.min(2, Math.floor(3 * r.next() + 0.3 * maturity))
      : r.chance(0.75)
        ? 3
        : r.chance(0.4)
          ? 4
          : 1;
  const share = r.chance(0.3) ? 0.2 + 0.5 * r.next() : 0.85 + 0.2 * r.next();
  return { sku: SUITES[Math.max(0, rung)]!, quantity: Math.max(1, Math.round(employees * share)) };
}
