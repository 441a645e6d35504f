import { defaultCatalogue, ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probabilityOf, scoreAccount } from '../score/score-account';
import { seeded } from '../testing';
import { findAnchors, toDocument } from './to-document';

const naming = {
  id: 'm',
  product: 'Azure',
  kind: 'fit' as const,
  period: '2026-10',
  seed: 1,
  levelCuts: { high: 750, medium: 550, low: 300 },
};
const facts = defaultCatalogue.facts.filter((fact) => ['employees', 'orders36m'].includes(fact.id));
const bins = [
  { kind: 'number' as const, edges: [10, 100] },
  { kind: 'number' as const, edges: [1] },
];
const weight = fc.double({ min: -4, max: 4, noNaN: true });
const fitted = fc.record({
  intercept: fc.double({ min: -8, max: 2, noNaN: true }),
  weights: fc.tuple(
    fc.array(weight, { minLength: 4, maxLength: 4 }).map((all) => Float64Array.from(all)),
    fc.array(weight, { minLength: 3, maxLength: 3 }).map((all) => Float64Array.from(all)),
  ),
});
const anchored = fc
  .tuple(fc.double({ min: -8, max: 0, noNaN: true }), fc.double({ min: 0.02, max: 6, noNaN: true }))
  .map(([p35, width]) => ({ p35: p35 + 0, p90: p35 + width, deciPerLogit: 450 / width }));

describe('the anchors', () => {
  test('are the 35th and the 90th percentile', () => {
    const odds = Float64Array.from({ length: 1000 }, (_, index) => (index - 500) / 100);
    expect(findAnchors(odds)).toEqual({ p35: -1.5, p90: 4, deciPerLogit: 450 / 5.5 });
    expect(findAnchors(odds.slice().reverse())).toEqual(findAnchors(odds));
  });

  test('are refused where all accounts are alike', () => {
    expect(findAnchors(new Float64Array(1000))).toBe(null);
    expect(findAnchors(new Float64Array())).toBe(null);
    expect(findAnchors(Float64Array.from([1]))).toBe(null);
  });
});

describe('a fit as a document', () => {
  test('is valid whatever its weights', () => {
    fc.assert(
      fc.property(fitted, anchored, (fit, anchors) => {
        const document = toDocument(naming, facts, bins, fit, anchors);
        expect(ModelDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
        for (const { points } of document.terms)
          for (const each of points) expect(Math.abs(each)).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  test('scores the 90th percentile 75 and the 35th 30, to the rounding of its terms', () => {
    const random = seeded(7);
    const fit = {
      intercept: -3,
      weights: [Float64Array.from([0, -1, 0.3, 1.4]), Float64Array.from([0, -0.4, 0.9])],
    };
    const accounts = Array.from({ length: 2000 }, () => ({
      employees: random.below(400),
      orders36m: random.below(3),
    }));
    const odds = accounts.map(
      ({ employees, orders36m }) =>
        fit.intercept +
        fit.weights[0]![employees >= 100 ? 3 : employees >= 10 ? 2 : 1]! +
        fit.weights[1]![orders36m >= 1 ? 2 : 1]!,
    );
    const anchors = findAnchors(Float64Array.from(odds))!;
    const document = toDocument(naming, facts, bins, fit, anchors);
    const scoreAt = (logOdds: number) => scoreAccount(document, accounts[odds.indexOf(logOdds)]!).score;
    expect(Math.abs(scoreAt(anchors.p90) - 750)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(scoreAt(anchors.p35) - 300)).toBeLessThanOrEqual(1.5);
  });

  test('gives more probability for more points, and the fitted one within a step', () => {
    fc.assert(
      fc.property(fitted, anchored, fc.integer({ min: -9000, max: 9000 }), (fit, anchors, sum) => {
        const document = toDocument(naming, facts, bins, fit, anchors);
        expect(probabilityOf(document, sum + 1)).toBeGreaterThanOrEqual(probabilityOf(document, sum));
        const { from, step, millionths } = document.probability;
        if (sum < from || sum >= from + step * millionths.length) return;
        const logit = (at: number) => anchors.p35 + (at - 300) / anchors.deciPerLogit;
        const between = [logit(sum - step), logit(sum + step)].map((each) => 1e6 / (1 + Math.exp(-each)));
        expect(probabilityOf(document, sum)).toBeGreaterThanOrEqual(Math.floor(between[0]!));
        expect(probabilityOf(document, sum)).toBeLessThanOrEqual(Math.ceil(between[1]!));
      }),
      { numRuns: 500 },
    );
  });

  test('has a probability for every sum its terms can give', () => {
    fc.assert(
      fc.property(fitted, anchored, (fit, anchors) => {
        const { base, terms, probability } = toDocument(naming, facts, bins, fit, anchors);
        const highest = terms.reduce((sum, term) => sum + Math.max(...term.points), base);
        const lowest = terms.reduce((sum, term) => sum + Math.min(...term.points), base);
        const { from, step, millionths } = probability;
        expect(from).toBe(lowest);
        expect(from + step * millionths.length).toBeGreaterThan(highest);
        expect(millionths.length).toBeLessThanOrEqual(4000);
      }),
    );
  });
});
