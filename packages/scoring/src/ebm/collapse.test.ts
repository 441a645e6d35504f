import { expect, test } from 'vitest';
import { plantedBag } from '../testing/planted-bag';
import { plantedTable } from '../testing/planted-table';
import { mainScores } from './additive';
import { anyFeature, withinTerms } from './allowed';
import { drawBag } from './bags';
import { fineBins } from './bin-rows';
import { boost, FIT } from './boost';
import { blend, collapse } from './collapse';
import { addTree } from './grow-tree';
import { logOddsOf } from './predict';
import { logisticMains } from './start-logistic';
import { startMains } from './start-mains';

const { table } = plantedTable(1500, 11);
const bags = [0, 1].map((index) => plantedBag(table, drawBag({ rows: 1500, seed: 4 }, index)));

test.each([
  [
    'pairs',
    withinTerms(5, [
      [1, 2],
      [0, 4],
    ]),
    2,
  ],
  ['triples', anyFeature(5, 3), 3],
] as const)('tables of %s give what the trees give', (_, allowed, featuresMax) => {
  const boosting = { ...FIT, treesMax: 40, patience: null };
  const expected = new Float64Array(1500);
  const parts = bags.map((bag, at) => {
    const mains = at === 0 ? logisticMains(bag) : startMains(bag);
    const scores = mainScores(mains, bag);
    const trees = boost(bag, { start: scores, allowed, seed: at, boosting });
    for (const tree of trees) addTree(tree, bag, { from: 0, to: 1500, scores, rate: FIT.rate });
    scores.forEach((score, row) => {
      expected[bag.rows[row]!]! += score / bags.length;
    });
    return { model: collapse(bag.features, { mains, trees, rate: FIT.rate }), share: 1 / bags.length };
  });
  const { features } = bags[0]!;
  const model = blend(features, parts);
  const fine = features.map((feature, f) => fineBins(feature, table.columns[f]!));
  const found = logOddsOf(model, fine, 1500);
  expect(Math.max(...found.map((score, row) => Math.abs(score - expected[row]!)))).toBeLessThan(1e-9);
  expect(Math.max(...model.terms.map(({ features }) => features.length))).toBe(featuresMax);
});
