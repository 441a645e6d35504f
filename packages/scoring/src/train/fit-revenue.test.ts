import type { FactBins } from '@ascent/schemas';
import { expect, test } from 'vitest';
import { seeded } from '../testing';
import { type BuyerRows, centsOf, fitRevenue } from './fit-revenue';

/** Spend grows with size; a sector spends twice as much; the rest is chance. */
function buyers(count: number, seed: number): BuyerRows {
  const { next, below, normal } = seeded(seed);
  const edges = [5, 10, 20, 40, 80, 160, 320];
  const coarse = edges.map((_, i) => i).concat([7, 8]);
  const features: FactBins[] = [
    { fact: 'employees', bins: { kind: 'number', edges }, coarse },
    { fact: 'industry', bins: { kind: 'category', levels: ['Health', 'Retail'] }, coarse: [0, 1, 2] },
  ];
  const size = Uint8Array.from({ length: count }, () => 1 + below(8));
  const industry = Uint8Array.from({ length: count }, () => below(3));
  const cents = Float64Array.from({ length: count }, (_, i) =>
    Math.round(Math.exp(8 + 0.6 * size[i]! + (industry[i] === 1 ? 0.69 : 0) + 0.5 * normal())),
  );
  return {
    features,
    fine: [size, industry],
    cents,
    account: Uint32Array.from({ length: count }, () => Math.floor(next() * 2 ** 32)),
    cutOff: Uint8Array.from({ length: count }, (_, i) => (i % 2 ? 1 : 0)),
  };
}
const sumOf = (fitted: NonNullable<ReturnType<typeof fitRevenue>>, bins: number[]) =>
  fitted.terms.reduce((sum, term) => sum + term.points[bins[term.features[0]!]!]!, fitted.base);

test('the interval holds eight of ten buyers that it was not made from', () => {
  const fitted = fitRevenue(buyers(1500, 1))!;
  expect(fitted.coverage.measured).toBeGreaterThan(0.72);
  expect(fitted.coverage.measured).toBeLessThan(0.88);
  const others = buyers(2000, 2);
  const inside = [...others.cents.keys()].filter((row) => {
    const middle = sumOf(fitted, [others.fine[0]![row]!, others.fine[1]![row]!]);
    const spent = others.cents[row]!;
    return spent >= centsOf(fitted, middle + fitted.low) && spent <= centsOf(fitted, middle + fitted.high);
  });
  expect(inside.length / 2000).toBeGreaterThan(0.77);
  expect(inside.length / 2000).toBeLessThan(0.83);
});

test('it holds them however few it was made from, and where spending drifts on', () => {
  for (const [count, drift] of [
    [40, 0],
    [80, 0],
    [400, 0.25],
  ] as const) {
    let [inside, total] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const rows = buyers(count, 100 + seed);
      const drifted = (cutOff: number, cents: number) => Math.round(cents * Math.exp(drift * cutOff));
      rows.cents.forEach((cents, row) => {
        rows.cents[row] = drifted(rows.cutOff[row]!, cents);
      });
      const fitted = fitRevenue(rows)!;
      const others = buyers(200, 900 + seed);
      for (let row = 0; row < 200; row++) {
        const middle = sumOf(fitted, [others.fine[0]![row]!, others.fine[1]![row]!]);
        const spent = drifted(1, others.cents[row]!);
        inside += Number(
          spent >= centsOf(fitted, middle + fitted.low) && spent <= centsOf(fitted, middle + fitted.high),
        );
        total += 1;
      }
    }
    expect(inside / total).toBeGreaterThan(0.79);
    expect(inside / total).toBeLessThan(0.92);
  }
});

test('its coverage is measured on all later buyers, and not at all on a handful', () => {
  const { buyers: count, measured } = fitRevenue(buyers(1500, 1))!.coverage;
  expect(count).toBe(750);
  expect(measured).not.toBeNull();
  expect(fitRevenue(buyers(50, 1))!.coverage.measured).toBeNull();
});

test('larger firms are said to spend more, and the sector that spends twice as much about twice', () => {
  const fitted = fitRevenue(buyers(1500, 1))!;
  const middle = (size: number, industry: number) => centsOf(fitted, sumOf(fitted, [size, industry]));
  expect(middle(8, 0)).toBeGreaterThan(15 * middle(2, 0));
  expect(middle(4, 1) / middle(4, 2)).toBeGreaterThan(1.7);
  expect(middle(4, 1) / middle(4, 2)).toBeLessThan(2.3);
});

test('a handful of buyers gives no estimate', () => {
  expect(fitRevenue(buyers(20, 1))).toBeNull();
});
