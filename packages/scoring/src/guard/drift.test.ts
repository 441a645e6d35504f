import { describe, expect, test } from 'vitest';
import type { AdditiveModel } from '../ebm/additive';
import type { EbmFeature } from '../ebm/bins';
import { sigmoid } from '../ebm/loss';
import { logOddsOf } from '../ebm/predict';
import { seeded } from '../testing/seeded';
import { columnDrift, rateDrift, slopeChange, stability, termDrift } from './drift';

const BINS = 12;
const feature = (name: string): EbmFeature => ({
  name,
  bins: { kind: 'number', edges: Array.from({ length: BINS - 2 }, (_, i) => i) },
  coarse: Uint8Array.from({ length: BINS }, (_, bin) => bin),
  coarseSize: BINS,
});
const features = ['age', 'visits', 'size'].map(feature);
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

function rowsOf(rows: number, seed: number, skew = [1, 1, 1]) {
  const { next } = seeded(seed);
  return {
    features,
    fine: skew.map((power) => Uint8Array.from({ length: rows }, () => BINS * next() ** power)),
  };
}
const table = (of: (bin: number) => number) => Float64Array.from({ length: BINS }, (_, bin) => of(bin));
const model: AdditiveModel = {
  features,
  intercept: -1,
  terms: [
    { features: [0], table: table((bin) => (bin - 5.5) / 6) },
    { features: [1], table: table((bin) => (bin % 3) - 1) },
    {
      features: [0, 2],
      table: Float64Array.from({ length: BINS * BINS }, (_, at) =>
        ((at % BINS) + Math.floor(at / BINS)) % 2 ? 0.7 : -0.7,
      ),
    },
  ],
};
function labelled(truth: AdditiveModel, seed: number, rows = 6000) {
  const binned = rowsOf(rows, seed);
  const { next } = seeded(seed + 100);
  return {
    ...binned,
    labels: Uint8Array.from(logOddsOf(truth, binned.fine, rows), (logit) =>
      next() < sigmoid(logit) ? 1 : 0,
    ),
  };
}
const changed = (term: number, times: number) => ({
  ...model,
  terms: model.terms.map((each, at) =>
    at === term ? { ...each, table: each.table.map((cell) => cell * times) } : each,
  ),
});

describe('columns', () => {
  test('spread otherwise are named, with how far', () => {
    const drift = columnDrift(rowsOf(3000, 1), rowsOf(2000, 2, [1, 2.2, 1]));
    expect(drift.map(({ kind, name }) => [kind, name])).toEqual([['column', 'visits']]);
    expect(drift[0]!.value).toBeGreaterThan(0.2);
  });

  test.each([40, 300, 5000])('of the same spread raise no alarm, however few rows: %i', (rows) => {
    for (const seed of SEEDS) expect(columnDrift(rowsOf(rows, seed), rowsOf(rows, seed + 50))).toEqual([]);
  });

  test('have about (bins - 1)(1/n + 1/m) of index by chance alone', () => {
    const counts = (seed: number) => {
      const sums = new Float64Array(BINS);
      for (const bin of rowsOf(800, seed).fine[0]!) sums[bin]! += 1;
      return sums;
    };
    const psis = Array.from({ length: 200 }, (_, i) => stability(counts(i), counts(i + 1000)));
    const mean = (of: (each: (typeof psis)[number]) => number) =>
      psis.reduce((sum, each) => sum + of(each), 0) / 200;
    expect(mean(({ psi }) => psi) / ((BINS - 1) * (2 / 800))).toBeCloseTo(1, 0);
    expect(Math.abs(mean(({ sigmas }) => sigmas))).toBeLessThan(0.25);
    expect(mean(({ sigmas }) => sigmas ** 2)).toBeCloseTo(1, 0);
  });

  test('without rows on a side are no drift', () => {
    expect(columnDrift(rowsOf(500, 1), rowsOf(0, 1))).toEqual([]);
  });
});

describe('the rate of the outcome', () => {
  const labels = (rows: number, rate: number, seed: number) => {
    const { next } = seeded(seed);
    return Uint8Array.from({ length: rows }, () => (next() < rate ? 1 : 0));
  };

  test('that moved is told as its ratio', () => {
    const drift = rateDrift(labels(5000, 0.06, 1), labels(2000, 0.28, 2))!;
    expect([drift.kind, drift.name]).toEqual(['rate', 'outcome']);
    expect(drift.value).toBeGreaterThan(4);
    expect(drift.message).toContain('%');
  });

  test('that is the same, or moved by less than anyone minds, is not told', () => {
    for (const seed of SEEDS)
      expect(rateDrift(labels(4000, 0.2, seed), labels(4000, 0.2, seed + 50))).toBe(null);
    expect(rateDrift(labels(400_000, 0.2, 1), labels(400_000, 0.21, 2))).toBe(null);
    expect(rateDrift(labels(10, 0.5, 1), new Uint8Array(0))).toBe(null);
  });
});

describe('what the terms say', () => {
  test.each([
    [1, 0, 'visits', 0],
    [1, -1, 'visits', -1],
    [2, 0.2, 'age x size', 0.2],
    [0, 2, 'age', 2],
  ])('a term %i that now counts %f times is named, with its slope', (term, times, name, slope) => {
    const drift = termDrift(model, labelled(changed(term, times), 3));
    expect(drift.map((each) => each.name)).toEqual([name]);
    expect(Math.abs(drift[0]!.value - slope)).toBeLessThan(0.35);
  });

  test('still holds on equal rows, and on rows where only the rate moved', () => {
    for (const seed of SEEDS) {
      expect(termDrift(model, labelled(model, seed))).toEqual([]);
      expect(termDrift(model, labelled({ ...model, intercept: 1 }, seed))).toEqual([]);
    }
  });

  test('a slope without rows or spread is not known, so not changed', () => {
    expect(slopeChange(Float64Array.of(1, 1), Float64Array.of(0, 0), Uint8Array.of(1, 0))).toEqual({
      change: 0,
      sigmas: 0,
    });
    expect(termDrift(model, labelled(model, 1, 0))).toEqual([]);
  });
});
