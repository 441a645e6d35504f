import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreBins } from '../score/score-account';
import { seeded, sharedModels } from '../testing';
import { type Additive, assertOneBinning, pointsByCell } from './additive';
import { blockFor, shareBlocks, sizeOf } from './blocks';
import { driverCells, driverCode } from './drivers';
import { packLanes } from './lanes';
import { packSums } from './sums';

const shape = { products: 3, sizes: [2, 64, 5, 255, 200, 17], facts: 4, pairs: 3, triples: 1 };
const modelsOf = (seed: number): Additive[] =>
  sharedModels({ ...shape, seed }).map(({ id, fit }) => ({ ...fit!, name: `${id} fit` }));
const seeds = fc.integer({ min: 1, max: 1000 });

test('no lane crosses a word, and none is narrower than its highest value', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 31 })), (highest) => {
      const { lanes, words } = packLanes(highest);
      lanes.forEach(({ word, shift, bits }, at) => {
        expect(word).toBeLessThan(words);
        expect(shift + bits).toBeLessThanOrEqual(64);
        expect(2 ** bits).toBeGreaterThan(highest[at]!);
        const others = lanes.filter((other, index) => index !== at && other.word === word);
        for (const other of others)
          expect(other.shift + other.bits <= shift || other.shift >= shift + bits).toBe(true);
      });
    }),
  );
});

test('every set of facts lies in a block, and no shared block is larger than a cache holds', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const models = modelsOf(seed);
      const sets = models.flatMap((model) =>
        model.terms.map(({ features }) => features.map((at) => model.features[at]!)),
      );
      const blocks = shareBlocks(sets);
      for (const set of sets) expect(blockFor(blocks, set).facts).toEqual(expect.arrayContaining(set));
      for (const { cells, grain } of blocks)
        expect(cells).toBeLessThanOrEqual(grain === 'fine' ? 16_384 : 32_768);
    }),
    { numRuns: 30 },
  );
});

test('a lane holds the sum of any account: least and most, and any between', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const models = modelsOf(seed);
      const { sums, blocks } = packSums(models);
      const random = seeded(seed);
      for (let row = 0; row < 50; row++) {
        const bins = models[0]!.features.map(({ coarse }) => random.below(coarse.length));
        models.forEach((model, at) => {
          const { cells, base, lane } = sums[at]!;
          let sum = 0;
          for (const block of blocks) {
            const cell = block.facts.reduce((index, fact) => {
              const f = model.features.findIndex((each) => each.fact === fact.fact);
              const bin = block.grain === 'fine' ? bins[f]! : fact.coarse[bins[f]!]!;
              return index * sizeOf(fact, block.grain) + bin;
            }, 0);
            sum += cells.get(block)?.[cell] ?? 0;
          }
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThan(2 ** lane.bits);
          const { score, cap } = scoreBins(model as never, bins);
          expect(sum + base).toBe(score - cap);
        });
      }
    }),
    { numRuns: 30 },
  );
});

describe('is refused by name', () => {
  const [model] = modelsOf(1) as [Additive];
  const term = model.terms.find(({ features }) => features.length === 1)!;

  test('a model whose points span more than a lane', () => {
    const steep = { ...term, points: term.points.map((_, bin) => (bin === 0 ? -2_000_000 : 2_000_000)) };
    expect(() => packSums([{ ...model, terms: [steep] }])).toThrow(
      'P0 fit: its points span 4000000, more than a lane of 21 bits can hold',
    );
  });

  test('a term that is more than a driver can hold, and more terms than are counted', () => {
    const steep = { ...term, points: term.points.map(() => 9000) };
    const blocks = shareBlocks([[model.features[term.features[0]!]!]]);
    expect(() => driverCells({ ...model, terms: [steep] }, blocks, 0)).toThrow(
      'P0 fit: a term gives more points',
    );
    expect(() => driverCells({ ...model, terms: [term] }, blocks, 256)).toThrow(
      'P0 fit: more than 256 terms',
    );
  });

  test('models that read the same bytes otherwise', () => {
    const other = { ...model, name: 'P1 fit' };
    const [first, ...rest] = model.features as [Additive['features'][number], ...Additive['features']];
    expect(() => assertOneBinning([model, { ...other, binning: 'b2' }])).toThrow('P1 fit reads binning b2');
    const changed = { ...first, coarse: first.coarse.map(() => 0) };
    expect(() => assertOneBinning([model, { ...other, features: [changed, ...rest] }])).toThrow(
      'P1 fit and P0 fit have different bins of x0',
    );
    const short = { ...first, coarse: [0] };
    expect(() => assertOneBinning([{ ...model, features: [short, ...rest] }])).toThrow('x0 has coarse bins');
  });
});

test('a stronger driver has a greater code, and of two equal ones the earlier', () => {
  expect(driverCode(5, 0)).toBeGreaterThan(driverCode(4, 255));
  expect(driverCode(5, 3)).toBeGreaterThan(driverCode(5, 4));
  expect(driverCode(1, 255)).toBeGreaterThan(driverCode(0, 0));
  expect(driverCode(-5, 0)).toBe(0);
});

test('the points at a cell are those of the term there', () => {
  const [model] = modelsOf(7) as [Additive];
  const [fact] = model.features;
  const alone = { features: [0], points: [3, -4] };
  const block = { facts: [fact!], grain: 'fine' as const, cells: 2 };
  expect([...pointsByCell(model, alone, block)]).toEqual([3, -4]);
});
