import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fineBins } from './bin-rows';
import { findFeature } from './bins';
import type { CategoryColumn, NumberColumn } from './table';

const numbers = (values: number[]): NumberColumn => ({
  kind: 'number',
  name: 'x',
  values: Float64Array.from(values),
});
const categories = (texts: string[]): CategoryColumn => {
  const levels = [...new Set(texts)];
  return {
    kind: 'category',
    name: 'c',
    codes: Int32Array.from(texts, (text) => levels.indexOf(text)),
    levels,
  };
};
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const times = <T>(n: number, value: T) => new Array<T>(n).fill(value);

describe('number bins', () => {
  test('hold about the same share each', () => {
    const column = numbers(upTo(6300));
    const feature = findFeature(column);
    const counts = new Float64Array(64);
    for (const bin of fineBins(feature, column)) counts[bin]! += 1;
    expect(counts[0]).toBe(0);
    expect([...counts.slice(1)]).toEqual(times(63, 100));
    expect(feature.coarseSize).toBe(32);
  });

  test('give heavy values bins of their own, fine and coarse', () => {
    const column = numbers([...times(4000, 0), ...times(1500, 500), ...upTo(1000)]);
    const feature = findFeature(column);
    const fine = fineBins(feature, numbers([0, 1, 499, 500, 501]));
    expect(new Set(fine).size).toBe(5);
    expect(new Set(fine.map((bin) => feature.coarse[bin]!)).size).toBe(5);
  });

  test('keep the missing apart from every number', () => {
    const feature = findFeature(numbers([Number.NaN, 1, 2, 3]));
    expect([...fineBins(feature, numbers([Number.NaN, -9, 2, 9]))]).toEqual([0, 1, 2, 3]);
  });

  test('are one when the column is constant or always missing', () => {
    for (const values of [times(50, 7), times(50, Number.NaN), []]) {
      const feature = findFeature(numbers(values));
      expect(feature.bins).toEqual({ kind: 'number', edges: [] });
      expect([...feature.coarse]).toEqual([0, 1]);
    }
  });

  test('fit their limits, rise, and coarse ones are unions of neighbouring fine ones', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 500 }), (values) => {
        const { bins, coarse, coarseSize } = findFeature(numbers(values));
        const { edges } = bins as { edges: number[] };
        expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
        expect(edges.length).toBeLessThanOrEqual(62);
        expect(coarseSize).toBeLessThanOrEqual(32);
        expect(coarse[0]).toBe(0);
        for (let fine = 2; fine < coarse.length; fine++)
          expect([0, 1]).toContain(coarse[fine]! - coarse[fine - 1]!);
        expect(coarse.at(-1)).toBe(coarseSize - 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('category bins', () => {
  test('are levels of five rows or more, most frequent first, then by name', () => {
    const column = categories([...times(5, 'b'), ...times(5, 'a'), ...times(7, 'z'), ...times(4, 'rare')]);
    const feature = findFeature(column);
    expect(feature.bins).toEqual({ kind: 'category', levels: ['z', 'a', 'b'] });
    expect([...fineBins(feature, categories(['rare', 'a', 'never seen', 'z']))]).toEqual([0, 2, 0, 1]);
  });

  test('share the last coarse bin when they are many', () => {
    const texts = upTo(100).flatMap((n) => times(300 - n, `level ${n}`));
    const feature = findFeature(categories(texts));
    expect(feature.coarse.length).toBe(101);
    expect([feature.coarse[30], feature.coarse[31], feature.coarse[32], feature.coarse[100]]).toEqual([
      30, 31, 31, 31,
    ]);
  });

  test('never more than a byte can tell apart', () => {
    const feature = findFeature(categories(upTo(400).flatMap((n) => times(5, `level ${n}`))));
    expect(feature.coarse.length).toBe(255);
  });
});
