import { expect, test } from 'vitest';
import { PLANTED, plantedTable } from '../testing/planted-table';
import { seeded } from '../testing/seeded';
import { noMains } from './additive';
import { fineBins } from './bin-rows';
import { findFeature, type Monotone } from './bins';
import { fitEbm } from './fit-ebm';
import { inMonotoneOrder } from './monotone';
import { predict } from './predict';
import { type Column, takeRows } from './table';

const { table } = plantedTable(2500, 51);

/** The largest step against the sign along one column, the others as they are in 40 rows. */
function worstStep(at: number, monotone: Record<string, Monotone>, sign: number): number {
  const { name } = table.columns[at]!;
  const { model } = fitEbm(table, { seed: 1, bags: 4, pairsMax: 4, monotone });
  const steps = Float64Array.from({ length: 81 }, (_, i) => (i - 40) / 12);
  let worst = 0;
  for (let row = 0; row < 40; row++) {
    const { columns } = takeRows(table, new Uint32Array(steps.length).fill(row));
    const moved = columns.map(
      (column): Column =>
        column.kind === 'number' && column.name === name ? { ...column, values: steps } : column,
    );
    const p = predict(model, moved);
    for (let i = 1; i < p.length; i++) worst = Math.max(worst, sign * (p[i - 1]! - p[i]!));
  }
  return worst;
}

test('along a monotone feature no score steps back, not even through a pair', { timeout: 60_000 }, () => {
  expect(worstStep(PLANTED.pairA, {}, 1)).toBeGreaterThan(0.05);
  expect(worstStep(PLANTED.pairA, { pairA: 1 }, 1)).toBeLessThan(1e-9);
  expect(worstStep(PLANTED.slope, { slope: 1 }, 1)).toBeLessThan(1e-9);
  expect(worstStep(PLANTED.slope, { slope: -1 }, -1)).toBeLessThan(1e-9);
});

test('a category cannot be monotone, nor a column that is not there', () => {
  expect(() => fitEbm(table, { seed: 1, monotone: { age: 1 } })).toThrow('there is no column age');
  expect(() => fitEbm(table, { seed: 1, monotone: { city: 1 } })).toThrow('city is a category');
});

test('a start is pooled where it steps back, and its missing stay', () => {
  const values = Float64Array.from({ length: 400 }, seeded(2).next);
  const column: Column = { kind: 'number', name: 'x', values: values.map((x) => Math.floor(x * 4)) };
  const order = (monotone: Monotone) => {
    const feature = { ...findFeature(column), monotone };
    const binned = { features: [feature], fine: [fineBins(feature, column)] };
    const mains = { ...noMains(binned.features, 0), tables: [Float64Array.of(-7, 1, 3, 2, 4)] };
    return [...inMonotoneOrder(mains, binned).tables[0]!];
  };
  const [missing, a, b, c, d] = order(1);
  expect([missing, a, d]).toEqual([-7, 1, 4]);
  expect(b).toBe(c);
  expect(b! > 2 && b! < 3).toBe(true);
  expect(new Set(order(-1).slice(1)).size).toBe(1);
});
