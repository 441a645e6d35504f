import { describe, expect, test } from 'vitest';
import type { Column, EbmTable } from '../ebm/table';
import { tableNotes } from './table-notes';

const ROWS = 200;
const every = (value: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => value(row));
const numbers = (name: string, value: (row: number) => number): Column => ({
  ...{ kind: 'number', name, values: every(value) },
});
const words = (name: string, code: (row: number) => number): Column => ({
  ...{ kind: 'category', name, levels: ['a', 'b'], codes: Int32Array.from(every(code)) },
});
const table = (columns: Column[], label: (row: number) => number = (row) => row % 2): EbmTable => ({
  columns,
  labels: Uint8Array.from(every(label)),
});
const part = {
  name: 'fold 1',
  train: Uint32Array.from({ length: ROWS }, (_, row) => row),
  test: new Uint32Array(),
};

describe('a table of which little can be learnt', () => {
  test('is told by its columns that tell no two rows apart', () => {
    const columns = [
      numbers('country', () => 3),
      numbers('fax', () => Number.NaN),
      words('plan', () => 0),
      words('fleet', () => -1),
    ];
    expect(tableNotes(table(columns), part)).toEqual([
      'column "country" has the same value in every row',
      'column "fax" has no value at all',
      'column "plan" has the same value in every row',
      'column "fleet" has no value at all',
    ]);
  });

  test('is told by its few outcomes, whichever is the rarer', () => {
    const told = (label: (row: number) => number) => tableNotes(table([], label), part);
    expect(told((row) => Number(row < 5))).toEqual([
      expect.stringContaining('fold 1: of 200 rows to learn from only 5'),
    ]);
    expect(told((row) => Number(row >= 7))[0]).toContain('only 7');
    expect(told((row) => Number(row < 40))).toEqual([]);
  });
});

test('a column that differs only in whether it is there tells something', () => {
  const columns = [numbers('visits', (row) => (row % 3 ? 1 : Number.NaN)), words('plan', (row) => row % 2)];
  expect(tableNotes(table(columns), part)).toEqual([]);
});
