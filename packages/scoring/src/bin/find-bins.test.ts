import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binCount, binOf } from './bin-of';
import { categoryBins, numberBins } from './find-bins';

const repeated = (value: number, times: number) => new Array<number>(times).fill(value);
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const edgesOf = (values: number[], max: number) => (numberBins(values, max) as { edges: number[] }).edges;

describe('bins of numbers', () => {
  test('hold the same share each', () => {
    const bins = numberBins(upTo(1600), 16);
    const counts = new Map<number, number>();
    for (const value of upTo(1600)) counts.set(binOf(bins, value), (counts.get(binOf(bins, value)) ?? 0) + 1);
    expect([...counts.values()]).toEqual(repeated(100, 16));
    expect(binCount(bins)).toBe(17);
  });

  test('give a heavy value a bin of its own, wherever it stands', () => {
    expect(edgesOf([...repeated(0, 500), ...upTo(500)], 4)).toEqual(expect.arrayContaining([1]));
    const middle = numberBins([...upTo(100), ...repeated(500, 900), ...upTo(100).map((n) => n + 500)], 8);
    const alone = binOf(middle, 500);
    expect([binOf(middle, 499), binOf(middle, 501)]).toEqual([alone - 1, alone + 1]);
    const last = numberBins([...upTo(500), ...repeated(900, 500)], 4);
    expect(binOf(last, 900)).toBe(binOf(last, 899) + 1);
  });

  test('are one when there is one value, or none', () => {
    expect(edgesOf(repeated(7, 100), 16)).toEqual([]);
    expect(edgesOf([], 16)).toEqual([]);
    expect(edgesOf([3], 16)).toEqual([]);
  });

  test('keep few values apart', () => {
    const bins = numberBins([...repeated(0, 40), ...repeated(1, 30), ...repeated(2, 30)], 16);
    expect([0, 1, 2].map((value) => binOf(bins, value))).toEqual([1, 2, 3]);
  });

  test('do not depend on the order of the values', () => {
    expect(numberBins(upTo(333).reverse(), 8)).toEqual(numberBins(upTo(333), 8));
  });

  test('have rising edges that are values, none empty, and fit a byte', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer()), { maxLength: 400 });
    fc.assert(
      fc.property(values, (all) => {
        const bins = numberBins(all, 16);
        const edges = (bins as { edges: number[] }).edges;
        expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
        expect(edges.every((edge) => all.includes(edge))).toBe(true);
        const used = new Set(all.map((value) => binOf(bins, value)));
        expect(used.size).toBe(all.length === 0 ? 0 : binCount(bins) - 1);
        expect(binCount(bins)).toBeLessThanOrEqual(34);
      }),
    );
  });
});

describe('bins of categories', () => {
  const values = [...new Array(5).fill('b'), ...new Array(5).fill('a'), ...new Array(7).fill('z'), 'rare'];

  test('are the levels with enough rows, most frequent first, then by name', () => {
    expect(categoryBins(values, { rowsMin: 5, levelsMax: 40 })).toEqual({
      kind: 'category',
      levels: ['z', 'a', 'b'],
    });
  });

  test('are cut to the most frequent', () => {
    expect(categoryBins(values, { rowsMin: 1, levelsMax: 2 })).toMatchObject({ levels: ['z', 'a'] });
  });

  test('never hold the missing', () => {
    const missing = [...new Array(50).fill(null), ...new Array(50).fill(''), ...new Array(9).fill('x')];
    expect(categoryBins(missing, { rowsMin: 1, levelsMax: 40 })).toMatchObject({ levels: ['x'] });
  });
});
