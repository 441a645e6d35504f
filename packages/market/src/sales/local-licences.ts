import type { Calendar } from '../calendar';
import { type Company, sizeOf } from '../firm/company';
import type { Random } from '../random';
import type { Line } from './ledger';
import { piecesFor } from './price-list';

/** Licences for a company's own computers, bought before the window. */
export type LocalPurchase = { day: number; lines: Line[] };

const OFFICE = ['OFF-2016', 'OFF-2019', 'OFF-2021'];
const DYNAMICS = ['DYN-NAV', 'DYN-NAV', 'DYN-GP', 'DYN-SL', 'DYN-CRM'];

/** Less common with digital companies, more so with large ones; many a company never followed them up. */
export function localLicences(r: Random, company: Company, calendar: Calendar): LocalPurchase[] {
  const { employees, maturity } = company;
  const size = sizeOf(employees);
  const wanted: string[] = [];
  const want = (share: number, pick: () => string) => r.chance(share) && wanted.push(pick());
  want(0.46 - 0.08 * maturity, () => r.pick(OFFICE));
  want(0.05 + 0.04 * size, () => 'EXC-2016');
  want(0.18 + 0.1 * size, () => 'WIN-STD');
  want(0.03 + 0.06 * size, () => 'WIN-DC');
  want(0.06 + 0.06 * size, () => 'SQL-SRV');
  want(employees >= 10 ? 0.15 : 0.03, () =>
    employees >= 150 && r.chance(0.5) ? 'DYN-AX' : r.pick(DYNAMICS),
  );
  const days = calendar.start - calendar.oldest;
  const first = calendar.oldest + r.below(days);
  const purchases = new Map<number, Line[]>();
  for (const sku of wanted) {
    const day = r.chance(0.6) ? first : calendar.oldest + r.below(days);
    const line = { sku, quantity: piecesFor(sku, employees) };
    purchases.set(day, [...(purchases.get(day) ?? []), line]);
  }
  return [...purchases].map(([day, lines]) => ({ day, lines })).sort((a, b) => a.day - b.day);
}
