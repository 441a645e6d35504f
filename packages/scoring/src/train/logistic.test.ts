import { describe, expect, test } from 'vitest';
import { seeded } from '../testing';
import { solveCholesky } from './cholesky';
import { type BinnedRows, fitLogistic, logOdds } from './logistic';

/** Log-odds planted by feature and bin; bin 0 is the missing one. */
const PLANTED = [
  [0.4, -1.2, -0.5, 0.1, 0.8, 1.5],
  [0, 0.9, -0.7, 0.2],
  [0, 0, 0, 0],
];
const INTERCEPT = -1;

function simulated(rows: number, seed: number): BinnedRows {
  const random = seeded(seed);
  const bins = PLANTED.map((weights) =>
    Uint8Array.from({ length: rows }, () => random.below(weights.length)),
  );
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const sum = PLANTED.reduce((total, weights, f) => total + weights[bins[f]![row]!]!, INTERCEPT);
    return Number(random.next() < 1 / (1 + Math.exp(-sum)));
  });
  return { bins, sizes: PLANTED.map((weights) => weights.length), ordered: [true, false, false], labels };
}

/** Planted weights with the rows' mean taken out, as a fit tells them. */
function centred({ bins }: BinnedRows): number[][] {
  return PLANTED.map((weights, f) => {
    const mean = bins[f]!.reduce((sum, bin) => sum + weights[bin]!, 0) / bins[f]!.length;
    return weights.map((weight) => weight - mean);
  });
}

describe('a logistic regression over bins', () => {
  test('recovers planted weights from forty thousand rows', () => {
    const rows = simulated(40_000, 5);
    const fit = fitLogistic(rows, 3);
    const truth = centred(rows);
    fit.weights.forEach((weights, f) => {
      weights.forEach((weight, bin) => {
        expect(Math.abs(weight - truth[f]![bin]!)).toBeLessThan(0.12);
      });
    });
    const mean = rows.labels.reduce((sum, y) => sum + y, 0) / 40_000;
    const told = Array.from(rows.labels, (_, row) => 1 / (1 + Math.exp(-logOdds(fit, rows.bins, row))));
    expect(told.reduce((sum, p) => sum + p, 0) / 40_000).toBeCloseTo(mean, 3);
  });

  test('gives the same weights to the bit for the same rows', () => {
    const [one, two] = [simulated(3000, 9), simulated(3000, 9)].map((rows) => fitLogistic(rows, 30));
    expect(one).toEqual(two);
    expect(fitLogistic(simulated(3000, 10), 30)).not.toEqual(one);
  });

  test('draws neighbouring bins together as the penalty grows', () => {
    const rows = simulated(2000, 3);
    const spread = [3, 300, 30_000].map((penalty) => {
      const [ordered] = fitLogistic(rows, penalty).weights;
      return Math.max(...ordered!.slice(1)) - Math.min(...ordered!.slice(1));
    });
    expect(spread[1]!).toBeLessThan(spread[0]!);
    expect(spread[2]!).toBeLessThan(spread[1]!);
    expect(spread[2]!).toBeLessThan(0.2);
  });

  test('adds nothing, on the average, by any feature; a bin without rows adds nothing at all', () => {
    const rows = simulated(2000, 4);
    const wider = { ...rows, sizes: rows.sizes.map((size) => size + 1) };
    fitLogistic(wider, 30).weights.forEach((weights, f) => {
      expect(weights.at(-1)).toBe(0);
      const total = rows.bins[f]!.reduce((sum, bin) => sum + weights[bin]!, 0);
      expect(Math.abs(total)).toBeLessThan(1e-6);
    });
  });

  test('bears rows that are all of one class', () => {
    const rows = { ...simulated(500, 6), labels: new Uint8Array(500) };
    const { intercept, weights } = fitLogistic(rows, 3);
    expect(Number.isFinite(intercept)).toBe(true);
    expect(intercept).toBeLessThan(-4);
    expect(weights.every((each) => each.every(Number.isFinite))).toBe(true);
  });
});

describe('the solver', () => {
  test('solves what is positive definite', () => {
    const a = Float64Array.from([4, 0, 0, 2, 5, 0, 1, 3, 6]);
    const x = solveCholesky(a, Float64Array.from([11, 21, 25]), 3);
    // The matrix of these: 4 2 1 / 2 5 3 / 1 3 6.
    const back = [
      4 * x[0]! + 2 * x[1]! + x[2]!,
      2 * x[0]! + 5 * x[1]! + 3 * x[2]!,
      x[0]! + 3 * x[1]! + 6 * x[2]!,
    ];
    back.forEach((value, at) => {
      expect(value).toBeCloseTo([11, 21, 25][at]!, 10);
    });
  });

  test('refuses what is not', () => {
    expect(() => solveCholesky(Float64Array.from([1, 0, 2, 1]), new Float64Array(2), 2)).toThrow('definite');
  });
});
