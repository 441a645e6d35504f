import { expect, test } from 'vitest';
import { formatBand } from './band';
import { formatMoney, formatMoneyRange } from './money';

// The space is a non-breaking one; the eye sees a plain space.
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [2500, 'US$25.00', 'US$ 25,00'],
  [1845000, 'US$18,450.00', 'US$ 18.450,00'],
  [5, 'US$0.05', 'US$ 0,05'],
  [-2500, '−US$25.00', '−US$ 25,00'],
])('%d cents', (cents, en, pt) => {
  expect(plain(formatMoney(cents, 'en'))).toBe(en);
  expect(plain(formatMoney(cents, 'pt-BR'))).toBe(pt);
});

test('whole dollars', () => {
  expect(formatMoney(1845000, 'en', { whole: true })).toBe('US$18,450');
});

test.each([
  ['$25K-$50K', 'US$25–50K', 'US$ 25–50 mil'],
  ['$1K-$5K', 'US$1–5K', 'US$ 1–5 mil'],
  ['<$1K', '< US$1K', '< US$ 1 mil'],
  ['$100K+', 'US$100K+', 'US$ 100 mil+'],
  [null, 'no band', 'sem faixa'],
  ['other', 'other', 'other'],
])('band %s', (band, en, pt) => {
  expect(plain(formatBand(band, 'en'))).toBe(en);
  expect(plain(formatBand(band, 'pt-BR'))).toBe(pt);
});

test.each([
  [810_000_000, 1_460_000_000, 'US$8.1–14.6M', 'US$ 8,1–14,6 mi'],
  [9_000_000, 21_000_000, 'US$90–210K', 'US$ 90–210 mil'],
  [0, 90_000, 'US$0–900', 'US$ 0–900'],
  [500_000, 500_000, 'US$5K', 'US$ 5 mil'],
  [50_000_000, 99_960_000, 'US$0.5–1.0M', 'US$ 0,5–1,0 mi'],
])('range %d to %d', (low, high, en, pt) => {
  expect(plain(formatMoneyRange(low, high, 'en'))).toBe(en);
  expect(plain(formatMoneyRange(low, high, 'pt-BR'))).toBe(pt);
});
