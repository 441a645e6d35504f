import type { Bins, Fact } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { binText, coarseText, listText, rangeOf, valueText } from './bin-text';

const named = (unit: Fact['unit'], en = 'Name', pt = 'Nome') => ({
  unit,
  words: { en, pt },
  source: { from: 'signals' as const, measure: 'count' as const },
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const numbers = (...edges: number[]): Bins => ({ kind: 'number', edges });

describe('a bin of numbers is told by its edges', () => {
  test.each<[Fact['unit'], number[], number, string, string]>([
    ['count', [25, 300], 0, 'unknown', 'desconhecido'],
    ['count', [25, 300], 1, 'under 25', 'menos de 25'],
    ['count', [25, 300], 2, '25 to 299', '25 a 299'],
    ['count', [25, 1300], 3, '1,300 or more', '1.300 ou mais'],
    ['count', [1, 2], 1, '0', '0'],
    ['count', [1, 2], 2, '1', '1'],
    ['count', [], 1, 'any known value', 'qualquer valor conhecido'],
    ['days', [1, 2, 30], 2, '1 day', '1 dia'],
    ['days', [1, 2, 30], 3, '2 to 29 days', '2 a 29 dias'],
    ['seats', [1, 2, 30], 4, '30 seats or more', '30 licenças ou mais'],
    ['years', [1, 5], 1, 'under 1 year', 'menos de 1 ano'],
    ['hundredths', [1, 150], 2, '0.01 to under 1.50', '0,01 a menos de 1,50'],
    ['cents', [100_000, 250_050], 2, 'US$1,000 to under US$2,500.50', 'US$ 1.000 a menos de US$ 2.500,50'],
    ['cents', [1], 1, 'under US$0.01', 'menos de US$ 0,01'],
  ])('%s with edges %j: bin %i', (unit, edges, bin, en, pt) => {
    expect(binText(numbers(...edges), bin, named(unit), 'en')).toBe(en);
    expect(plain(binText(numbers(...edges), bin, named(unit), 'pt'))).toBe(pt);
  });

  test('without its unit where the name says it already', () => {
    const days = named('days', 'Days since the last order', 'Dias desde o último pedido');
    expect(binText(numbers(1, 30), 2, days, 'en')).toBe('1 to 29');
    expect(binText(numbers(1, 30), 2, days, 'pt')).toBe('1 a 29');
  });

  test('below one as that, and not as none, where it may be negative', () => {
    const trend = { ...named('count'), source: { from: 'signals' as const, measure: 'trend' as const } };
    expect(binText(numbers(1, 3), 1, trend, 'en')).toBe('under 1');
    const paid = { ...named('cents'), source: { from: 'transactions' as const, measure: 'amount' as const } };
    expect(binText(numbers(1, 3), 1, paid, 'en')).toBe('US$0');
  });

  test('as an index, not as hundredths, where it reads against 100', () => {
    const surge = { ...named('hundredths'), source: { from: 'signals' as const, measure: 'surge' as const } };
    expect([1, 2, 3].map((bin) => binText(numbers(100, 250), bin, surge, 'en'))).toEqual([
      'under 100',
      '100 to 249',
      '250 or more',
    ]);
    expect(valueText(333, surge, 'en')).toBe('333');
  });

  test('as times its usual pace, where that is what it is', () => {
    const surge = { ...named('pace'), source: { from: 'signals' as const, measure: 'surge' as const } };
    const said = (lang: 'en' | 'pt') => [1, 2, 3].map((bin) => binText(numbers(100, 250), bin, surge, lang));
    expect(said('en')).toEqual([
      'under 1.0 times its usual pace',
      '1.0 to under 2.5 times its usual pace',
      '2.5 times its usual pace or more',
    ]);
    expect(said('pt')).toEqual([
      'menos de 1,0 vezes o ritmo habitual',
      '1,0 a menos de 2,5 vezes o ritmo habitual',
      '2,5 vezes o ritmo habitual ou mais',
    ]);
    expect(valueText(320, surge, 'en')).toBe('3.2 times its usual pace');
    expect(valueText(320, surge, 'pt')).toBe('3,2 vezes o ritmo habitual');
    expect(valueText(333, surge, 'en')).toBe('3.33 times its usual pace');
  });

  test('as the range of integers that fall into it', () => {
    expect([0, 1, 2, 3].map((bin) => rangeOf(numbers(25, 300), bin))).toEqual([
      null,
      { from: null, below: 25 },
      { from: 25, below: 300 },
      { from: 300, below: null },
    ]);
  });
});

describe('a category is told by its name', () => {
  const bins: Bins = { kind: 'category', levels: ['Health', 'Retail'] };

  test.each([
    [0, 'unknown or rare', 'desconhecido ou raro'],
    [1, 'Health', 'Health'],
    [2, 'Retail', 'Retail'],
  ])('bin %i', (bin, en, pt) => {
    expect(binText(bins, bin, named('category'), 'en')).toBe(en);
    expect(binText(bins, bin, named('category'), 'pt')).toBe(pt);
  });

  test('many of them by the first, and how many more', () => {
    expect(listText(['a', 'b'], 'en')).toBe('a and b');
    expect(listText(['a', 'b', 'c', 'd'], 'pt')).toBe('a, b, c e d');
    expect(listText(['a', 'b', 'c', 'd', 'e', 'f'], 'en')).toBe('a, b, c and 3 more');
    expect(listText(['a', 'b', 'c', 'd', 'e', 'f'], 'pt')).toBe('a, b, c e 3 outros');
  });
});

describe('a coarse bin is told by all that it holds', () => {
  const feature = { fact: 'x', bins: numbers(5, 10, 20), coarse: [0, 1, 1, 2, 2] };

  test('as one range', () => {
    expect([0, 1, 2].map((bin) => coarseText(feature, bin, named('count'), 'en'))).toEqual([
      'unknown',
      'under 10',
      '10 or more',
    ]);
  });

  test('with the missing beside the known', () => {
    const mixed = { ...feature, coarse: [0, 0, 1, 1, 1] };
    expect(coarseText(mixed, 0, named('count'), 'en')).toBe('under 5 or unknown');
    expect(coarseText(mixed, 0, named('count'), 'pt')).toBe('menos de 5 ou desconhecido');
  });

  test('as a list of categories', () => {
    const bins: Bins = { kind: 'category', levels: ['a', 'b', 'c'] };
    const levels = { fact: 'x', bins, coarse: [0, 1, 2, 2] };
    expect(coarseText(levels, 2, named('category'), 'en')).toBe('b and c');
  });
});

test.each<[number | string | null, Fact['unit'], string, string]>([
  [null, 'count', 'unknown', 'desconhecido'],
  ['', 'category', 'unknown', 'desconhecido'],
  ['Health', 'category', 'Health', 'Health'],
  [0, 'count', '0', '0'],
  [1, 'days', '1 day', '1 dia'],
  [1200, 'seats', '1,200 seats', '1.200 licenças'],
  [-250_000, 'cents', '−US$2,500', '−US$ 2.500'],
  [150, 'hundredths', '1.50', '1,50'],
])('the value %s in %s', (value, unit, en, pt) => {
  expect(valueText(value, named(unit), 'en')).toBe(en);
  expect(plain(valueText(value, named(unit), 'pt'))).toBe(pt);
});
