import { expect, test } from 'vitest';
import { plantedTable } from '../testing/planted-table';
import { mainScores } from './additive';
import { anyFeature, withinTerms } from './allowed';
import { drawBags } from './bags';
import { binTable } from './bin-rows';
import { findFeature } from './bins';
import { boost, FIT } from './boost';
import { collapse } from './collapse';
import { addTree, groundOf } from './grow-tree';
import { logOddsOf } from './predict';
import { startLogistic } from './start-logistic';
import { startMains } from './start-mains';

const { table } = plantedTable(1500, 11);
const binned = binTable(
  table.columns.map((each) => findFeature(each)),
  table.columns,
  table.labels,
);
const bags = drawBags(1500, { bags: 2, seed: 4 });
const everyRow = Int32Array.from(table.labels.keys());

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
  const fits = bags.map((bag, at) => {
    const mains = at === 0 ? startLogistic(binned, bag) : startMains(binned, bag);
    const trees = boost(binned, bag, { start: mainScores(mains, binned), allowed, seed: at, boosting });
    return { mains, trees };
  });
  const model = collapse(binned.features, fits, FIT.rate);
  const expected = new Float64Array(1500);
  for (const { mains, trees } of fits) {
    const scores = mainScores(mains, binned);
    for (const tree of trees) addTree(tree, groundOf(binned), { rows: everyRow, scores, rate: FIT.rate });
    scores.forEach((score, row) => {
      expected[row]! += score / fits.length;
    });
  }
  const found = logOddsOf(model, binned.fine, 1500);
  expect(Math.max(...found.map((score, row) => Math.abs(score - expected[row]!)))).toBeLessThan(1e-9);
  expect(Math.max(...model.terms.map(({ features }) => features.length))).toBe(featuresMax);
});
