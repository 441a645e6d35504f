import { expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { plantedTable } from '../testing/planted-table';
import { seeded } from '../testing/seeded';
import { fitEbm } from './fit-ebm';
import { predict } from './predict';
import type { Column } from './table';
import { fitYardstick, yardstickProbabilities } from './yardstick';

test('it finds what any trees would, as honest probabilities', () => {
  const { table } = plantedTable(4000, 1);
  const fresh = plantedTable(4000, 2);
  const p = yardstickProbabilities(fitYardstick(table, { seed: 1 }), fresh.table.columns);
  expect(rocAuc(p, fresh.table.labels)).toBeGreaterThan(rocAuc(fresh.logits, fresh.table.labels)! - 0.03);
  const mean = (all: ArrayLike<number>) => Array.from(all).reduce((sum, each) => sum + each, 0) / all.length;
  expect(Math.abs(mean(p) - mean(fresh.table.labels))).toBeLessThan(0.03);
});

test('it shows what a model without larger terms misses: a sign of four columns', () => {
  const { normal, next } = seeded(3);
  const columns = ['a', 'b', 'c', 'd'].map(
    (name): Column => ({
      kind: 'number',
      name,
      values: Float64Array.from({ length: 6000 }, () => Math.sign(normal())),
    }),
  );
  const labels = Uint8Array.from({ length: 6000 }, (_, row) => {
    const high = columns.filter((column) => column.kind === 'number' && column.values[row]! > 0).length;
    return next() < (high === 4 ? 0.9 : high === 0 ? 0.7 : 0.2) ? 1 : 0;
  });
  const table = { columns, labels };
  const trees = rocAuc(yardstickProbabilities(fitYardstick(table, { seed: 1 }), columns), labels)!;
  const ours = rocAuc(predict(fitEbm(table, { seed: 1, bags: 2, pairsMax: 1 }).model, columns), labels)!;
  expect(trees).toBeGreaterThan(ours + 0.02);
});

test('the same seed gives the same trees', () => {
  const { table } = plantedTable(800, 5);
  expect(fitYardstick(table, { seed: 1 })).toEqual(fitYardstick(table, { seed: 1 }));
});
