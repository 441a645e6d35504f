import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liftWhere, logLoss, rocAuc } from './metrics';

describe('the area under the curve', () => {
  test.each<[string, number[], number[], number | null]>([
    ['a perfect order', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1],
    ['the order reversed', [0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0],
    ['a tie of one pair', [0.1, 0.4, 0.4, 0.8], [0, 0, 1, 1], 0.875],
    ['all alike', [0.5, 0.5, 0.5], [0, 1, 0], 0.5],
    ['three ties over both classes', [3, 3, 3, 1, 2], [1, 0, 1, 0, 1], 4.0 / 6],
    ['no positives', [0.1, 0.2], [0, 0], null],
    ['no negatives', [0.1, 0.2], [1, 1], null],
    ['no rows', [], [], null],
  ])('of %s', (_what, p, y, expected) => {
    expect(rocAuc(p, y)).toBe(expected);
  });

  test('is the share of pairs in the right order, ties counted half', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(rows, (all) => {
        const pairs = all.flatMap(([p, bought]) =>
          bought ? all.flatMap(([q, other]) => (other ? [] : [p > q ? 1 : p === q ? 0.5 : 0])) : [],
        );
        const auc = rocAuc(
          all.map(([p]) => p),
          all.map(([, bought]) => Number(bought)),
        );
        if (pairs.length === 0) expect(auc).toBe(null);
        else expect(auc).toBeCloseTo(pairs.reduce<number>((a, b) => a + b, 0) / pairs.length, 12);
      }),
    );
  });
});

describe('the log loss', () => {
  test('is the mean surprise in nats', () => {
    expect(logLoss([0.9, 0.2], [1, 0])).toBeCloseTo((0.105360515657826 + 0.22314355131421) / 2, 12);
    expect(logLoss([0.5], [1])).toBeCloseTo(Math.LN2, 12);
  });

  test('of a sure mistake is large, not infinite', () => {
    expect(logLoss([0, 1], [1, 0])).toBeCloseTo(-Math.log(1e-7), 6);
  });

  test('of no rows is not known', () => {
    expect(logLoss([], [])).toBe(null);
  });
});

describe('the lift', () => {
  const y = [1, 1, 0, 0, 0, 0, 1, 0, 0, 0];

  test('is the rate among the chosen over the rate of all', () => {
    expect(liftWhere((row) => row < 3, y)).toBeCloseTo(2 / 3 / 0.3, 12);
    expect(liftWhere(() => true, y)).toBe(1);
    expect(liftWhere((row) => row === 2, y)).toBe(0);
  });

  test('is not known when nobody is chosen or nobody bought', () => {
    expect(liftWhere(() => false, y)).toBe(null);
    expect(liftWhere(() => true, [0, 0])).toBe(null);
    expect(liftWhere(() => true, [])).toBe(null);
  });
});
