import { describe, expect, test } from 'vitest';
import { fineTable } from '../ebm/bin-rows';
import { findFeature } from '../ebm/bins';
import type { Column } from '../ebm/table';
import { seeded } from '../testing/seeded';
import { type BinnedRows, columnAucs, findLeaks } from './leakage';

const ROWS = 4000;
const { next, normal, below } = seeded(17);
const strength = Float64Array.from({ length: ROWS }, normal);
const labels = Uint8Array.from(strength, (z) => (next() < 1 / (1 + Math.exp(1.2 - 1.4 * z)) ? 1 : 0));

const number = (name: string, of: (row: number) => number): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from({ length: ROWS }, (_, row) => of(row)),
});
const category = (name: string, levels: string[], of: (row: number) => number): Column => ({
  kind: 'category',
  name,
  levels,
  codes: Int32Array.from({ length: ROWS }, (_, row) => of(row)),
});
const binned = (columns: Column[]): BinnedRows => fineTable(columns.map(findFeature), { columns, labels });
const found = (columns: Column[], times?: number[]) =>
  findLeaks(binned(columns), times).map(({ column, kind }) => `${column}: ${kind}`);

const HONEST = [
  number('strength', (row) => strength[row]!),
  number('sometimes', (row) => (next() < (labels[row] ? 0.8 : 0.5) ? normal() : Number.NaN)),
  number('noise', normal),
  category('town', ['Porto', 'Faro'], () => below(2)),
];

describe('a column is named', () => {
  test.each<[string, Column]>([
    ['the outcome itself', number('won_amount', (row) => (labels[row] ? 100 + normal() : 0))],
    [
      'the outcome, a fiftieth of it wrong',
      number('note', (row) => (next() < 0.02 ? 1 - labels[row]! : labels[row]!)),
    ],
    [
      'notes that make most purchases sure',
      category('tags', ['will come', 'closed', 'ringing', 'busy', 'lost'], (row) =>
        labels[row] && next() < 0.75 ? below(2) : 2 + below(3),
      ),
    ],
  ])('that holds %s', (_, column) => {
    const leaks = findLeaks(binned([...HONEST, column]));
    expect(leaks.map(({ column: name, kind }) => [name, kind])).toEqual([[column.name, 'value']]);
    expect(leaks[0]!.auc).toBeGreaterThan(0.85);
    expect(leaks[0]!.message).toContain(column.name);
  });

  test('that is filled in for those who bought, whatever it holds', () => {
    const filled = number('delivered', (row) =>
      next() < (labels[row] ? 0.9 : 0.03) ? normal() : Number.NaN,
    );
    expect(found([...HONEST, filled])).toEqual(['delivered: missing']);
  });
});

describe('no column is named', () => {
  test('that is strong, often missing or noise', () => {
    const aucs = columnAucs(binned(HONEST));
    expect(aucs[0]!.value).toBeGreaterThan(0.7);
    expect(aucs[1]!.missing).toBeGreaterThan(0.6);
    for (const { column, value } of aucs.slice(2)) expect(Math.abs(value - 0.5), column).toBeLessThan(0.06);
    expect(found(HONEST)).toEqual([]);
  });

  test('for telling noise apart: a level for every few rows', () => {
    const levels = Array.from({ length: 250 }, (_, level) => `id ${level}`);
    expect(found([category('id', levels, () => below(250))])).toEqual([]);
  });

  test('that only tells the time of an outcome that became frequent', () => {
    const times = Array.from({ length: ROWS }, (_, row) => row);
    const late = (row: number) => row >= ROWS / 2;
    const moved = Uint8Array.from(times, (row) => (next() < (late(row) ? 0.94 : 0.06) ? 1 : 0));
    const columns = [number('month', (row) => (late(row) ? 7 : 6))];
    const rows = { ...binned(columns), labels: moved };
    expect(findLeaks(rows).length).toBe(1);
    expect(findLeaks(rows, times)).toEqual([]);
  });

  test('where hardly anyone bought', () => {
    const rows = {
      ...binned([number('x', (row) => (row < 20 ? 1 : 0))]),
      labels: labels.map((_, row) => (row < 20 ? 1 : 0)),
    };
    expect(findLeaks(rows)).toEqual([]);
  });
});
