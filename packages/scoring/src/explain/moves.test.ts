import { defaultCatalogue } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binCount } from '../bin/bin-of';
import { scoreBins } from '../score/score-account';
import { levelOf } from '../score/segment';
import { anyModel, binsFor } from '../testing';
import { canBeMoved, type MovesOptions, movesOf, type Transitions } from './moves';

const OPTIONS: MovesOptions = { within: 300, countMin: 5, movesMax: 3 };

/** A model, an account, and how often accounts went from bin to bin. */
const cases = anyModel().chain((document) => {
  const steps = document.features.map(({ bins }) => {
    const bin = fc.integer({ min: 0, max: binCount(bins) - 1 });
    return fc.uniqueArray(fc.record({ fromBin: bin, toBin: bin, count: fc.integer({ min: 0, max: 12 }) }), {
      maxLength: 12,
      selector: ({ fromBin, toBin }) => `${fromBin} ${toBin}`,
    });
  });
  return fc.record({
    document: fc.constant(document),
    bins: binsFor(document),
    transitions: fc
      .tuple(...steps)
      .map(
        (all): Transitions => Object.fromEntries(all.map((each, at) => [document.features[at]!.fact, each])),
      ),
  });
});

describe('what would move a score', () => {
  test('reaches the next level when it is applied, and was seen often enough', () => {
    let found = 0;
    fc.assert(
      fc.property(cases, ({ document, bins, transitions }) => {
        const cuts = document.levelCuts;
        const now = scoreBins(document, bins).score;
        const told = movesOf(document, { bins, cuts, transitions }, OPTIONS);
        for (const move of told?.moves ?? []) {
          found += 1;
          const at = document.features.findIndex(({ fact }) => fact === move.fact);
          expect(bins[at]).toBe(move.fromBin);
          const { score } = scoreBins(document, bins.with(at, move.toBin));
          expect(score).toBe(move.score);
          expect(score).toBeGreaterThanOrEqual(now + told!.gap);
          expect(move.level).toBe(levelOf(score, cuts));
          expect([told!.level, 'High', 'Medium', 'Low']).toContain(move.level);
          expect(transitions[move.fact]).toContainEqual({
            fromBin: move.fromBin,
            toBin: move.toBin,
            count: move.count,
          });
          expect(move.count).toBeGreaterThanOrEqual(OPTIONS.countMin);
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test('is the smallest realistic change of each fact, least change first', () => {
    fc.assert(
      fc.property(cases, ({ document, bins, transitions }) => {
        const cuts = document.levelCuts;
        const told = movesOf(document, { bins, cuts, transitions }, OPTIONS);
        const numeric = (fact: string) =>
          document.features.find((each) => each.fact === fact)!.bins.kind === 'number';
        const size = (fact: string, from: number, to: number) =>
          numeric(fact) && from > 0 && to > 0 ? Math.abs(to - from) : 1;
        for (const { fact, fromBin, toBin } of told?.moves ?? []) {
          const at = document.features.findIndex((each) => each.fact === fact);
          const smaller = transitions[fact]!.filter(
            (step) =>
              step.fromBin === fromBin &&
              step.toBin !== fromBin &&
              step.count >= OPTIONS.countMin &&
              size(fact, fromBin, step.toBin) < size(fact, fromBin, toBin),
          );
          for (const step of smaller) {
            const { score } = scoreBins(document, bins.with(at, step.toBin));
            expect(score - scoreBins(document, bins).score).toBeLessThan(told!.gap);
          }
        }
        const sizes = (told?.moves ?? []).map(({ fact, fromBin, toBin }) => size(fact, fromBin, toBin));
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
        expect(new Set(told?.moves.map(({ fact }) => fact)).size).toBe(sizes.length);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  test('is not asked at the top, nor when the next level is too far', () => {
    fc.assert(
      fc.property(cases, ({ document, bins, transitions }) => {
        const cuts = document.levelCuts;
        const { score } = scoreBins(document, bins);
        const next = [cuts.high, cuts.medium, cuts.low].filter((cut) => cut > score).at(-1);
        const told = movesOf(document, { bins, cuts, transitions }, { ...OPTIONS, within: 50 });
        expect(told === null).toBe(next === undefined || next - score > 50);
        if (told) expect(told.gap).toBe(next! - score);
      }),
      { seed: 9 },
    );
  });

  test('is nothing where no step was seen', () => {
    fc.assert(
      fc.property(cases, ({ document, bins }) => {
        const told = movesOf(document, { bins, cuts: document.levelCuts, transitions: {} }, OPTIONS);
        expect(told?.moves ?? []).toEqual([]);
      }),
      { seed: 10 },
    );
  });
});

test('nobody is told to change its country, its age or its size', () => {
  const moved = defaultCatalogue.facts.filter(canBeMoved).map((fact) => fact.id);
  expect(moved).toEqual(expect.arrayContaining(['visits', 'orders365d', 'm365Seats', 'technologiesSeen']));
  for (const id of ['country', 'industry', 'ageYears', 'employees', 'nonprofit', 'monthlyConsumption'])
    expect(moved).not.toContain(id);
});
