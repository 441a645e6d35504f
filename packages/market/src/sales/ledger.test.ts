import { expect, it } from 'vitest';
import { openPartners } from '../firm/partners';
import { emptyLedger, renewHoldings, subscribe } from './ledger';

const partner = openPartners(1, 1).all[0]!;
const seller = { partner, location: null };
const spans = (ledger: ReturnType<typeof emptyLedger>) =>
  ledger.terms.map(({ sku, seats, start, end }) => [sku, seats, start, end]);

it('a renewed subscription is a row for every year, a lapsed one ends', () => {
  const ledger = emptyLedger();
  subscribe(ledger, { sku: 'D365-BC', seats: 5, day: 0, seller });
  renewHoldings(ledger, 364, () => true);
  expect(ledger.terms).toHaveLength(1);
  renewHoldings(ledger, 365, () => true);
  renewHoldings(ledger, 730, () => false);
  expect(spans(ledger)).toEqual([
    ['D365-BC', 5, 0, 364],
    ['D365-BC', 5, 365, 729],
  ]);
  expect(ledger.holdings.size).toBe(0);
});

it('more seats end with the others and are renewed as one', () => {
  const ledger = emptyLedger();
  subscribe(ledger, { sku: 'M365-BS', seats: 5, day: 0, seller });
  subscribe(ledger, { sku: 'M365-BS', seats: 3, day: 100, seller });
  renewHoldings(ledger, 400, () => true);
  expect(spans(ledger)).toEqual([
    ['M365-BS', 5, 0, 364],
    ['M365-BS', 3, 100, 364],
    ['M365-BS', 8, 365, 729],
  ]);
});

it('a step up the ladder ends the suite below it', () => {
  const ledger = emptyLedger();
  subscribe(ledger, { sku: 'M365-BS', seats: 5, day: 0, seller });
  subscribe(ledger, { sku: 'M365-BP', seats: 5, day: 50, seller });
  expect(spans(ledger)).toEqual([
    ['M365-BS', 5, 0, 49],
    ['M365-BP', 5, 50, 414],
  ]);
  expect(ledger.holdings.size).toBe(1);
});
