import type { Bins, ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { binCount } from '../bin/bin-of';
import { coarseCount, type FactValues } from '../score/score-account';

const TEXTS = ['Health', "d'Or", '\\', "\\'", 'ção', '東京', 'a\nb', '?', '{x:String}', ' '];
const UNSEEN = 'never seen in training';

/** Additive models of up to 6 facts with single terms and a pair; facts are called n0, n1, ... and c0, c1, ... */
export function modelArbitrary(): fc.Arbitrary<ModelDocument> {
  return fc
    .tuple(fc.array(numberBinsArbitrary(), { maxLength: 3 }), fc.array(categoryArbitrary(), { maxLength: 3 }))
    .filter(([numbers, categories]) => numbers.length + categories.length > 0)
    .chain(([numbers, categories]) => {
      const features = [
        ...numbers.map((bins, index) => ({ fact: `n${index}`, bins, coarse: coarseFor(bins) })),
        ...categories.map((bins, index) => ({ fact: `c${index}`, bins, coarse: coarseFor(bins) })),
      ];
      const pair = features.length > 1 ? [[0, features.length - 1]] : [];
      const terms = [...features.map((_, index) => [index]), ...pair].map((at) => ({
        features: fc.constant(at),
        points: pointsArbitrary(
          at.map((index) =>
            at.length === 1 ? binCount(features[index]!.bins) : coarseCount(features[index]!),
          ),
        ),
      }));
      return fc.record({
        format: fc.constant(2 as const),
        id: fc.constant('random'),
        product: fc.constant('Azure'),
        kind: fc.constantFrom('fit' as const, 'intent' as const),
        method: fc.constant('pairs' as const),
        period: fc.constant('2026-10'),
        seed: fc.integer(),
        binning: fc.constant('b'),
        features: fc.constant(features),
        terms: fc.tuple(...terms.map((term) => fc.record(term))),
        base: fc.integer({ min: -400, max: 1400 }),
        anchors: fc.constant({ p35: -3, p90: -1, deciPerLogit: 225 }),
        levelCuts: cutsArbitrary(),
        probability: fc.record({
          from: fc.integer({ min: -2000, max: 0 }),
          step: fc.integer({ min: 1, max: 90 }),
          millionths: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
        }),
      });
    });
}

/** Neighbours share a coarse bin, the missing have one of their own. */
function coarseFor(bins: Bins): number[] {
  return Array.from({ length: binCount(bins) }, (_, fine) => (fine + 1) >> 1);
}

/** A value, or null, for each fact of the model: at its edges and beside them, levels it knows and does not. */
export function factsFor(model: ModelDocument): fc.Arbitrary<FactValues> {
  return fc.record(
    Object.fromEntries(model.features.map(({ fact, bins }) => [fact, fc.option(valueArbitrary(bins))])),
  );
}

/** The same values for the same seed. */
export function sampled<T>(
  arbitrary: fc.Arbitrary<T>,
  { count, seed }: { count: number; seed: number },
): T[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

function numberBinsArbitrary(): fc.Arbitrary<Bins> {
  const edge = fc.integer({ min: -300, max: 300 });
  return fc
    .uniqueArray(edge, { maxLength: 6 })
    .map((edges) => ({ kind: 'number' as const, edges: edges.sort((a, b) => a - b) }));
}

function categoryArbitrary(): fc.Arbitrary<Bins> {
  return fc
    .uniqueArray(fc.constantFrom(...TEXTS), { maxLength: 5 })
    .map((levels) => ({ kind: 'category' as const, levels }));
}

function pointsArbitrary(sizes: number[]): fc.Arbitrary<number[]> {
  const length = sizes.reduce((product, size) => product * size, 1);
  return fc.array(fc.integer({ min: -400, max: 400 }), { minLength: length, maxLength: length });
}

function cutsArbitrary() {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 3 })
    .map((cuts) => cuts.sort((a, b) => b - a))
    .map(([high, medium, low]) => ({ high: high!, medium: medium!, low: low! }));
}

function valueArbitrary(bins: Bins): fc.Arbitrary<number | string> {
  if (bins.kind === 'category') return fc.constantFrom(...TEXTS, UNSEEN, '');
  const near = bins.edges.flatMap((edge) => [edge - 1, edge, edge + 1]);
  return fc.oneof(fc.constantFrom(...near, 0), fc.integer({ min: -400, max: 400 }), fc.maxSafeInteger());
}
