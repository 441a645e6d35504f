import { findFeature, fineTable } from '@ascent/scoring';
import { expect, test } from 'vitest';
import { binnedTrainingTable, trainingTable } from './training-table';

const table = trainingTable(3000, 7);

test('the table is the same for the same seed, and of the shape it says', () => {
  expect(trainingTable(3000, 7)).toEqual(table);
  expect(trainingTable(3000, 8).labels).not.toEqual(table.labels);
  expect(table.columns.filter(({ kind }) => kind === 'category').length).toBe(8);
  expect(table.columns.length).toBe(40);
  const rate = table.labels.reduce((sum, label) => sum + label, 0) / 3000;
  expect(rate > 0.08 && rate < 0.25).toBe(true);
  const [first] = table.columns;
  const missing = first!.kind === 'number' ? first!.values.filter(Number.isNaN).length / 3000 : 0;
  expect(Math.abs(missing - 0.1)).toBeLessThan(0.03);
});

test('as bins it is the same table', () => {
  const { features, fine, labels } = fineTable(
    table.columns.map((column) => findFeature(column)),
    table,
  );
  expect(binnedTrainingTable(3000, 7)).toEqual({ features, fine, labels });
});
