import { ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsFor, modelArbitrary } from '../testing';
import { driversOf } from './drivers';
import { binsOf, fromPoints, probabilityOf, scoreAccount } from './score-account';

const scored = modelArbitrary().chain((model) => fc.tuple(fc.constant(model), factsFor(model)));

const model = ModelDocument.parse({
  format: 2,
  id: 'm',
  product: 'Azure',
  kind: 'fit',
  method: 'logistic',
  period: '2026-10',
  seed: 1,
  binning: 'b',
  features: [
    { fact: 'employees', bins: { kind: 'number', edges: [25] }, coarse: [0, 1, 2] },
    { fact: 'industry', bins: { kind: 'category', levels: ['Health', 'Retail'] }, coarse: [0, 1, 2] },
  ],
  terms: [
    { features: [0], points: [-10, 100, 600] },
    { features: [1], points: [0, 50, -50] },
    // Row-major: employees missing, below 25, from 25; by industry missing, Health, Retail.
    { features: [0, 1], points: [1, 2, 3, 4, 5, 6, 7, 8, -900] },
  ],
  base: 400,
  anchors: { p35: -3, p90: -1, deciPerLogit: 225 },
  levelCuts: { high: 750, medium: 550, low: 300 },
  probability: { from: 0, step: 100, millionths: [10, 20, 30] },
});

describe('a score is base, points and cap', () => {
  test.each<[number | null, string | null, number[], number, number]>([
    [null, null, [-10, 0, 1], 0, 391],
    [24, 'Health', [100, 50, 5], 0, 555],
    [25, 'Health', [600, 50, 8], -58, 1000],
    [25, 'Retail', [600, -50, -900], 0, 50],
    [25, 'Mining', [600, 0, 7], -7, 1000],
  ])('for %s employees in %s', (employees, industry, points, cap, score) => {
    const explained = scoreAccount(model, { employees, industry });
    expect(explained).toEqual({ base: 400, points, cap, score });
  });

  test('a fact that is absent is missing', () => {
    expect(scoreAccount(model, {})).toEqual(scoreAccount(model, { employees: null, industry: null }));
  });

  test('a sum below nothing is capped upwards', () => {
    expect(fromPoints(model, [-500, 0, 0])).toMatchObject({ cap: 100, score: 0 });
  });

  test('exactly, for a thousand random accounts of random models', () => {
    fc.assert(
      fc.property(scored, ([random, facts]) => {
        const { base, points, cap, score } = scoreAccount(random, facts);
        expect(base).toBe(random.base);
        expect(points).toHaveLength(random.terms.length);
        expect(points.every(Number.isInteger)).toBe(true);
        expect(points.reduce((sum, each) => sum + each, base) + cap).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1000);
        if (score > 0 && score < 1000) expect(cap).toBe(0);
      }),
      { numRuns: 1000, seed: 11 },
    );
  });
});

describe('the drivers of a score', () => {
  test('are told strongest first, with the bins and values they looked at', () => {
    const facts = { employees: 25, industry: 'Health' };
    expect(driversOf(model, binsOf(model, facts), facts)).toEqual({
      base: 400,
      drivers: [
        { term: 0, facts: ['employees'], bins: [2], values: [25], points: 600 },
        { term: 1, facts: ['industry'], bins: [1], values: ['Health'], points: 50 },
        { term: 2, facts: ['employees', 'industry'], bins: [2, 1], values: [25, 'Health'], points: 8 },
      ],
      cap: -58,
      score: 1000,
    });
  });

  test('are told without values where only the bins are kept', () => {
    const [first] = driversOf(model, [2, 1]).drivers;
    expect(first).toEqual({ term: 0, facts: ['employees'], bins: [2], values: [null], points: 600 });
  });

  test('leave out what added nothing, and still sum up to the score', () => {
    fc.assert(
      fc.property(scored, ([random, facts]) => {
        const explained = scoreAccount(random, facts);
        const told = driversOf(random, binsOf(random, facts), facts);
        const sum = told.drivers.reduce((total, driver) => total + driver.points, told.base);
        expect(sum + told.cap).toBe(explained.score);
        expect(told.score).toBe(explained.score);
        expect(told.drivers.every((driver) => driver.points !== 0)).toBe(true);
        const strengths = told.drivers.map((driver) => Math.abs(driver.points));
        expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      }),
      { seed: 12 },
    );
  });
});

test.each([
  [-5000, 10],
  [-1, 10],
  [0, 10],
  [99, 10],
  [100, 20],
  [199, 20],
  [200, 30],
  [299, 30],
  [5000, 30],
])('the probability of a sum of %i is that of its step, and at the ends the last', (sum, millionths) => {
  expect(probabilityOf(model, sum)).toBe(millionths);
});
