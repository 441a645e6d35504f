import type { Bins } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binCount, binOf } from './bin-of';

const number: Bins = { kind: 'number', edges: [0, 10, 300] };
const category: Bins = { kind: 'category', levels: ['Retail', 'Health'] };

test.each<[number | string | null, number]>([
  [null, 0],
  [-1, 1],
  [0, 2],
  [9, 2],
  [10, 3],
  [299, 3],
  [300, 4],
  [Number.MAX_SAFE_INTEGER, 4],
  [Number.MIN_SAFE_INTEGER, 1],
  ['10', 0],
])('among the edges 0, 10 and 300, %s is in bin %i', (value, bin) => {
  expect(binOf(number, value)).toBe(bin);
});

test.each<[number | string | null, number]>([
  [null, 0],
  ['', 0],
  ['Retail', 1],
  ['Health', 2],
  ['health', 0],
  ['Education', 0],
  [1, 0],
])('among Retail and Health, %j is in bin %i', (value, bin) => {
  expect(binOf(category, value)).toBe(bin);
});

test('bins without edges or levels still tell known from missing where they can', () => {
  expect([null, 5].map((value) => binOf({ kind: 'number', edges: [] }, value))).toEqual([0, 1]);
  expect([null, 'x'].map((value) => binOf({ kind: 'category', levels: [] }, value))).toEqual([0, 0]);
});

describe('every value has a bin', () => {
  test('whose number is below their count', () => {
    expect([binCount(number), binCount(category)]).toEqual([5, 3]);
    const edges = fc.uniqueArray(fc.integer(), { maxLength: 20 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(edges, fc.option(fc.integer()), (sorted, value) => {
        const bins: Bins = { kind: 'number', edges: sorted };
        const bin = binOf(bins, value);
        expect(bin).toBeLessThan(binCount(bins));
        const passed = value === null ? -1 : sorted.filter((edge) => value >= edge).length;
        expect(bin).toBe(passed + 1);
      }),
    );
  });
});
