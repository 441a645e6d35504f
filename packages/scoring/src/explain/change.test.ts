import type { ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, type FactValues, scoreBins } from '../score/score-account';
import { anyModel, binsFor, factsFor } from '../testing';
import { changeOf } from './change';

const base = {
  format: 2 as const,
  id: 'm',
  product: 'Azure',
  kind: 'intent' as const,
  method: 'pairs' as const,
  period: '2026-10',
  seed: 1,
  binning: 'b',
  anchors: { p35: -3, p90: -1, deciPerLogit: 225 },
  levelCuts: { high: 750, medium: 550, low: 300 },
  probability: { from: 0, step: 100, millionths: [10] },
} satisfies Partial<ModelDocument>;
const feature = (fact: string, ...edges: number[]) => ({
  fact,
  bins: { kind: 'number' as const, edges },
  coarse: Array.from({ length: edges.length + 2 }, (_, bin) => bin),
});
const old: ModelDocument = {
  ...base,
  base: 300,
  features: [feature('visits', 1, 3), feature('orders', 1), feature('gone', 1), feature('alike', 1)],
  terms: [
    { features: [0], points: [0, -20, 50, 100] },
    { features: [1], points: [0, 10, 30] },
    { features: [2], points: [0, 5, 15] },
    { features: [0, 1], points: [0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0] },
    { features: [3], points: [0, 1, 2] },
  ],
};
const renewed: ModelDocument = {
  ...base,
  base: 290,
  features: [feature('visits', 1, 3), feature('orders', 1), feature('fresh', 1), feature('alike', 1)],
  terms: [
    { features: [0], points: [0, -25, 60, 110] },
    { features: [1], points: [0, 12, 30] },
    { features: [2], points: [0, 0, 44] },
    { features: [3], points: [0, 1, 2] },
  ],
};
const change = (before: [ModelDocument, FactValues], after: [ModelDocument, FactValues]) => {
  const side = ([document, values]: [ModelDocument, FactValues]) => ({
    document,
    bins: binsOf(document, values),
    values,
  });
  return changeOf(side(before), side(after));
};

describe('a change says why', () => {
  test('value: the same model looked at other bins', () => {
    const told = change([old, { visits: 0, orders: 1 }], [old, { visits: 2, orders: 1 }]);
    expect(told.lines).toEqual([
      { facts: ['visits'], from: -20, to: 50, delta: 70, reason: 'value', byValue: 70, byModel: 0 },
      { facts: ['orders', 'visits'], from: 0, to: 7, delta: 7, reason: 'value', byValue: 7, byModel: 0 },
    ]);
    expect(told.score).toEqual({ from: 310, to: 387, delta: 77 });
    expect([told.base.delta, told.cap.delta]).toEqual([0, 0]);
  });

  test('model, both, added and removed: another model', () => {
    const told = change(
      [old, { visits: 0, orders: 0, gone: 1 }],
      [renewed, { visits: 5, orders: 0, fresh: 1 }],
    );
    expect(told.lines).toEqual([
      { facts: ['visits'], from: -20, to: 110, delta: 130, reason: 'both', byValue: 120, byModel: 10 },
      { facts: ['fresh'], from: 0, to: 44, delta: 44, reason: 'added', byValue: 0, byModel: 44 },
      { facts: ['gone'], from: 15, to: 0, delta: -15, reason: 'removed', byValue: 0, byModel: -15 },
      { facts: ['orders'], from: 10, to: 12, delta: 2, reason: 'model', byValue: 0, byModel: 2 },
    ]);
    expect(told.base).toEqual({ from: 300, to: 290, delta: -10 });
  });

  test('model: the same values in another binning', () => {
    const finer = { ...old, features: [feature('visits', 1, 2), ...old.features.slice(1)] };
    expect(change([old, { visits: 2 }], [finer, { visits: 2 }]).lines).toMatchObject([
      { facts: ['visits'], from: 50, to: 100, byValue: 0, byModel: 50 },
    ]);
  });

  test('nothing, where nothing changed', () => {
    const told = change([old, { visits: 2 }], [old, { visits: 2 }]);
    expect(told.lines).toEqual([]);
    expect(told.score.delta).toBe(0);
  });

  test('with what the limits of the score took away as a line of its own', () => {
    const high = { ...old, base: 960 };
    expect(change([high, { visits: 0 }], [high, { visits: 9 }])).toMatchObject({
      cap: { from: 0, to: -60, delta: -60 },
      score: { from: 940, to: 1000, delta: 60 },
    });
  });
});

describe('the lines sum up to the difference of the scores, exactly', () => {
  const sums = (told: ReturnType<typeof changeOf>) => {
    expect(told.lines.reduce((sum, line) => sum + line.delta, told.base.delta + told.cap.delta)).toBe(
      told.score.delta,
    );
    for (const line of told.lines) {
      expect(line.to - line.from).toBe(line.delta);
      expect(line.byValue + line.byModel).toBe(line.delta);
      expect(line.delta).not.toBe(0);
    }
  };

  test('between any two models, whatever they look at', () => {
    const side = anyModel().chain((document) => fc.tuple(fc.constant(document), factsFor(document)));
    fc.assert(
      fc.property(side, side, (before, after) => {
        const told = change(before, after);
        sums(told);
        expect(told.score.from).toBe(scoreBins(before[0], binsOf(before[0], before[1])).score);
        expect(told.score.to).toBe(scoreBins(after[0], binsOf(after[0], after[1])).score);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test('and within one model every line is of a value', () => {
    const both = anyModel().chain((document) =>
      fc.tuple(fc.constant(document), binsFor(document), binsFor(document)),
    );
    fc.assert(
      fc.property(both, ([document, was, is]) => {
        const told = changeOf({ document, bins: was }, { document, bins: is });
        sums(told);
        expect(told.lines.every((line) => line.reason === 'value' && line.byModel === 0)).toBe(true);
        expect(told.base.delta).toBe(0);
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});
