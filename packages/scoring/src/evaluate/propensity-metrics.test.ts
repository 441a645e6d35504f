import { expect, test } from 'vitest';
import {
  averagePrecision,
  brierScore,
  calibrationError,
  propensityMetrics,
  topDecileLift,
} from './propensity-metrics';

test('average precision is that of the textbook, ties as one threshold', () => {
  expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(0.8333333333333333, 12);
  expect(averagePrecision([0.9, 0.5, 0.5, 0.1], [1, 1, 0, 0])).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(averagePrecision([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0])).toBe(0.25);
  expect(averagePrecision([0.5], [0])).toBe(null);
});

test('the Brier score is the mean squared distance', () => {
  expect(brierScore([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0])).toBeCloseTo(0.0375, 12);
  expect(brierScore([], [])).toBe(null);
});

test('the calibration error is taken over ten bins of equal count', () => {
  const p = [...new Array(10).fill(0.2), ...new Array(10).fill(0.6)];
  const y = [...new Array(9).fill(0), 1, ...new Array(5).fill(1), ...new Array(5).fill(0)];
  // Bins of two rows: four at 0.2 - 0, one at 0.5 - 0.2, two at 1 - 0.6, one at 0.6 - 0.5, two at 0.6 - 0.
  expect(calibrationError(p, y)).toBeCloseTo((4 * 0.2 + 0.3 + 2 * 0.4 + 0.1 + 2 * 0.6) / 10, 12);
  const twelve = Array.from({ length: 12 }, (_, i) => i / 12);
  // The first two bins hold two rows each.
  const error =
    (1 / 12 + 5 / 12 + 4 / 12 + 5 / 12 + 6 / 12 + 7 / 12 + 8 / 12 + 9 / 12 + 10 / 12 + 11 / 12) / 12;
  expect(calibrationError(twelve, new Array(12).fill(0))).toBeCloseTo(error, 12);
  expect(calibrationError([], [])).toBe(null);
});

test('the lift is that of the best tenth, earlier rows first among equals, halves rounded to even', () => {
  const p = Array.from({ length: 20 }, (_, i) => 1 - i / 20);
  const y = p.map((_, i) => ([0, 5, 6, 7].includes(i) ? 1 : 0));
  expect(topDecileLift(p, y)).toBeCloseTo(0.5 / 0.2, 12);
  const equal = new Array(25).fill(0.5);
  const first = equal.map((_, i) => (i < 2 ? 1 : 0));
  expect(topDecileLift(equal, first)).toBeCloseTo(1 / (2 / 25), 12);
  expect(topDecileLift([0.5], [0])).toBe(null);
});

test('sure and wrong is bounded at a millionth', () => {
  const metrics = propensityMetrics([1, 0], [0, 0]);
  expect(metrics.log_loss).toBeCloseTo((-Math.log(1e-6) - Math.log(1 - 1e-6)) / 2, 6);
  expect([metrics.auc, metrics.pr_auc, metrics.lift10]).toEqual([null, null, null]);
});
