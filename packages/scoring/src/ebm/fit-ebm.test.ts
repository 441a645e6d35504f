import { describe, expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { PLANTED, plantedTable } from '../testing/planted-table';
import { seeded } from '../testing/seeded';
import { fitEbm } from './fit-ebm';
import { predict } from './predict';
import { type Column, type EbmTable, takeColumns, takeRows } from './table';

const { table } = plantedTable(6000, 1);
const options = { seed: 1, pairsMax: 3, bags: 4 };
const fitted = fitEbm(table, options);

describe('what was planted is found', () => {
  const fresh = plantedTable(6000, 2);
  const p = predict(fitted.model, fresh.table.columns);

  test('with an AUC near that of the truth itself', () => {
    const bayes = rocAuc(fresh.logits, fresh.table.labels)!;
    expect(bayes).toBeGreaterThan(0.8);
    expect(rocAuc(p, fresh.table.labels)).toBeGreaterThan(bayes - 0.015);
  });

  test('by a model with the pair, whose table has the largest effect of all pairs', () => {
    expect(fitted.method).toBe('pairs');
    const pairs = fitted.model.terms.filter(({ features }) => features.length === 2);
    const size = (cells: Float64Array) => cells.reduce((sum, each) => sum + each * each, 0) / cells.length;
    const largest = pairs.reduce((a, b) => (size(b.table) > size(a.table) ? b : a));
    expect(largest.features).toEqual([PLANTED.pairA, PLANTED.pairB]);
  });

  test('as honest probabilities', () => {
    const mean = p.reduce((sum, each) => sum + each, 0) / p.length;
    const rate = fresh.table.labels.reduce((sum, each) => sum + each, 0) / p.length;
    expect(Math.abs(mean - rate)).toBeLessThan(0.02);
  });

  test('by single tables alone when nothing but a slope is there', () => {
    const { normal, next } = seeded(6);
    const x = Float64Array.from({ length: 3000 }, normal);
    const labels = Uint8Array.from(x, (each) => (next() < 1 / (1 + Math.exp(-each)) ? 1 : 0));
    const noise = Float64Array.from(x, normal);
    const columns: Column[] = [
      { kind: 'number', name: 'x', values: x },
      { kind: 'number', name: 'noise', values: noise },
    ];
    const plain = fitEbm({ columns, labels }, options);
    expect(rocAuc(predict(plain.model, columns), labels)).toBeGreaterThan(rocAuc(x, labels)! - 0.01);
    expect(plain.outOfBagLoss).toBeLessThan(0.62);
  });
});

test('triples are taken only where they pay', { timeout: 30_000 }, () => {
  const { normal, next } = seeded(12);
  const columns = ['a', 'b', 'c'].map(
    (name): Column => ({ kind: 'number', name, values: Float64Array.from({ length: 5000 }, normal) }),
  );
  const signs = (row: number) =>
    columns.reduce((sign, column) => (column.kind === 'number' && column.values[row]! > 0 ? -sign : sign), 1);
  const labels = Uint8Array.from({ length: 5000 }, (_, row) => (next() < 0.5 + 0.35 * signs(row) ? 1 : 0));
  const deep = fitEbm({ columns, labels }, { ...options, bags: 3, triplesMax: 1 });
  expect(deep.method).toBe('triples');
  expect(rocAuc(predict(deep.model, columns), labels)).toBeGreaterThan(0.8);
  const [a] = columns as [Column & { kind: 'number' }];
  const slope = Uint8Array.from(a.values, (each) => (next() < 1 / (1 + Math.exp(-each)) ? 1 : 0));
  const flat = fitEbm({ columns, labels: slope }, { ...options, bags: 3, triplesMax: 1 });
  expect(flat.method).not.toBe('triples');
});

test('the same seed gives the same model bit for bit, another seed another one', () => {
  const small = takeRows(
    table,
    Uint32Array.from({ length: 1500 }, (_, row) => row),
  );
  const quick = { ...options, bags: 2 };
  expect(fitEbm(small, quick)).toEqual(fitEbm(small, quick));
  expect(fitEbm(small, quick)).not.toEqual(fitEbm(small, { ...quick, seed: 2 }));
});

test('missing values and unseen levels are scored', () => {
  const columns = takeColumns(table.columns, Uint32Array.of(0, 1)).map(
    (column): Column =>
      column.kind === 'number'
        ? { ...column, values: Float64Array.of(Number.NaN, 1e12) }
        : { ...column, codes: Int32Array.of(-1, 0), levels: ['Atlantis'] },
  );
  const p = predict(fitted.model, columns);
  expect(p.length).toBe(2);
  for (const each of p) expect(each > 0 && each < 1).toBe(true);
});

describe('tables too poor to learn from give their rate', () => {
  const rows = (n: number) => Uint32Array.from({ length: n }, (_, row) => row);
  const rateOf = (poor: EbmTable) => {
    const { model, method } = fitEbm(poor, options);
    expect(method).toBe('prior');
    expect(model.terms).toEqual([]);
    return predict(model, poor.columns)[0]!;
  };

  test('few rows', () => {
    const poor = takeRows(table, rows(25));
    expect(rateOf(poor)).toBeCloseTo((poor.labels.reduce((sum, each) => sum + each, 0) + 0.5) / 26, 12);
  });

  test.each([0, 1])('one class: %i', (label) => {
    const labels = new Uint8Array(6000).fill(label);
    expect(rateOf({ ...table, labels })).toBeCloseTo(label, 3);
  });

  test('constant columns only', () => {
    const values = new Float64Array(6000).fill(3);
    const poor = { ...table, columns: [{ kind: 'number' as const, name: 'x', values }] };
    expect(rateOf(poor)).toBeCloseTo(table.labels.reduce((sum, each) => sum + each, 0) / 6000, 3);
  });

  test('but a column that is only there or missing can teach', () => {
    const values = Float64Array.from({ length: 600 }, (_, row) => (row % 2 ? 1 : Number.NaN));
    const labels = Uint8Array.from({ length: 600 }, (_, row) => (row % 2 && row % 5 ? 1 : 0));
    const columns: Column[] = [{ kind: 'number', name: 'x', values }];
    const [missing, there] = predict(fitEbm({ columns, labels }, options).model, columns);
    expect(there! - missing!).toBeGreaterThan(0.5);
  });

  test('a constant column beside others changes nothing about them', () => {
    const small = takeRows(table, rows(1500));
    const values = new Float64Array(1500).fill(3);
    const more: EbmTable = { ...small, columns: [...small.columns, { kind: 'number', name: 'k', values }] };
    const quick = { ...options, bags: 2 };
    const [with_, without] = [more, small].map((each) => predict(fitEbm(each, quick).model, each.columns));
    expect(with_!.every((p, row) => Math.abs(p - without![row]!) < 1e-6)).toBe(true);
  });
});

test.each<[string, Partial<EbmTable>]>([
  ['the table has no rows', { labels: new Uint8Array(0) }],
  ['the table has no columns', { columns: [] }],
  ['column slope has 6000 rows, the labels have 10', { labels: new Uint8Array(10) }],
  ['the accounts have 1 rows', { accounts: [1] }],
  ['the label of row 0 is 2', { labels: new Uint8Array(6000).fill(2) }],
])('%s: told, not guessed', (message, change) => {
  expect(() => fitEbm({ ...table, ...change }, options)).toThrow(message);
});
