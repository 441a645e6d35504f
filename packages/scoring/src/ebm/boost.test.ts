import { expect, test } from 'vitest';
import { plantedBag } from '../testing/planted-bag';
import { plantedTable } from '../testing/planted-table';
import { seeded } from '../testing/seeded';
import { mainScores } from './additive';
import { withinTerms } from './allowed';
import { learning } from './bag-table';
import { boost, FIT } from './boost';
import { priorLogit } from './loss';
import { chooseTerms, pathGains } from './select-terms';
import { startMains } from './start-mains';

const { table } = plantedTable(2500, 21);
const bag = plantedBag(table);
const start = new Float64Array(2500).fill(priorLogit(bag, learning(bag)));

test('no path leaves its terms', () => {
  const terms = [
    [1, 2],
    [0, 3],
  ];
  const trees = boost(bag, { start, allowed: withinTerms(5, terms), seed: 1, boosting: FIT });
  const paths = new Set(trees.flatMap(({ nodes }) => nodes.map(({ path }) => path.join())));
  expect(paths).toContain('1,2');
  for (const path of paths) expect(['0', '1', '2', '3', '4', '1,2', '0,3']).toContain(path);
});

test('noise grows no trees or few', () => {
  const { next } = seeded(8);
  const labels = Uint8Array.from({ length: 2500 }, () => (next() < 0.3 ? 1 : 0));
  const noisy = plantedBag({ ...table, labels });
  const trees = boost(noisy, {
    start: new Float64Array(2500).fill(priorLogit(noisy, learning(noisy))),
    allowed: withinTerms(5, [[0, 1]]),
    seed: 1,
    boosting: FIT,
  });
  expect(trees.length).toBeLessThan(20);
});

test('the planted pair is among the chosen from any start, and the first on top of the single features', () => {
  const chosen = [start, mainScores(startMains(bag), bag)].map((scores) =>
    chooseTerms(pathGains(bag, scores, 1), { pairsMax: 3, triplesMax: 0 }),
  );
  expect(chosen[0]).toContainEqual([1, 2]);
  expect(chosen[1]![0]).toEqual([1, 2]);
  expect(chosen[1]!.length).toBe(3);
});

test('pairs inside a chosen triple are not chosen beside it', () => {
  const gains = [[0, 1], [0, 1, 2], [1], [2, 3], [1, 2], [1, 2, 3]].map((features) => ({
    features,
    gain: 1,
  }));
  expect(chooseTerms(gains, { pairsMax: 2, triplesMax: 1 })).toEqual([
    [0, 1, 2],
    [2, 3],
  ]);
});
