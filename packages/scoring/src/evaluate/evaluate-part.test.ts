import { describe, expect, test } from 'vitest';
import { plantedTable } from '../testing/planted-table';
import { evaluatePart, meanMetrics, predictRate } from './evaluate-part';

const { table } = plantedTable(1600, 41);
const rows = (passes: (row: number) => boolean) =>
  Uint32Array.from(table.labels.keys()).filter((row) => passes(row));
const part = { name: 'fold 0', train: rows((row) => row % 4 !== 0), test: rows((row) => row % 4 === 0) };
const options = { seed: 1, pairsMax: 2, bags: 2, now: () => 0 };
const honest = evaluatePart(table, part, options);

describe('a row that tests never teaches', () => {
  test('whatever its label', () => {
    const labels = table.labels.map((label, row) => (row % 4 === 0 ? 1 - label : label));
    const turned = evaluatePart({ ...table, labels }, part, options);
    expect(turned.fitted).toEqual(honest.fitted);
    expect(turned.metrics.auc).toBeCloseTo(1 - honest.metrics.auc!, 12);
  });

  test('whatever its values', () => {
    const columns = table.columns.map((column) =>
      column.kind === 'number'
        ? { ...column, values: column.values.map((value, row) => (row % 4 === 0 ? 99 : value)) }
        : { ...column, codes: column.codes.map((code, row) => (row % 4 === 0 ? 3 - code : code)) },
    );
    expect(evaluatePart({ ...table, columns }, part, options).fitted).toEqual(honest.fitted);
  });
});

test('times come from the clock that was given', () => {
  let clock = 0;
  const now = () => {
    clock += 500;
    return clock;
  };
  expect(evaluatePart(table, part, { ...options, now }).trainMs).toBe(500);
  expect(predictRate(honest.fitted, table.columns, { test: part.test, now })).toBe(2 * 30_000);
});

test('a mean leaves out the parts where a figure is unknown', () => {
  const known = { auc: 0.8, pr_auc: 0.4, log_loss: 0.5, brier: 0.1, ece: 0.02, lift10: 3 };
  const half = { ...known, auc: null, log_loss: 0.7 };
  expect(meanMetrics([known, half])).toMatchObject({ auc: 0.8, log_loss: 0.6, brier: 0.1 });
  expect(meanMetrics([])).toMatchObject({ auc: null });
});
