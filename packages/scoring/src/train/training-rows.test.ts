import { expect, test } from 'vitest';
import { plantedRows } from '../testing';
import { sampled, thinned } from './training-rows';

const rows = plantedRows({ accounts: 5000, seed: 9, base: -4 });
const count = (labels: Uint8Array, which: number) => labels.filter((label) => label === which).length;

test('thinned rows keep every purchase and weigh as much as all rows did', () => {
  const few = thinned(rows, 6000);
  const positives = count(rows.labels, 1);
  expect(count(few.labels, 1)).toBe(positives);
  expect(Math.abs(few.labels.length - 6000)).toBeLessThan(300);
  const weight = few.weights!.reduce((sum, each) => sum + each, 0);
  expect(Math.abs(weight / rows.labels.length - 1)).toBeLessThan(0.03);
});

test('where purchases alone would be too many a share of them is kept, and weighs as all did', () => {
  const few = thinned(rows, 1000);
  const positives = count(rows.labels, 1);
  expect(positives).toBeGreaterThan(500);
  expect(Math.abs(count(few.labels, 1) - 500)).toBeLessThan(80);
  const weight = few.weights!.reduce((sum, each, row) => sum + each * few.labels[row]!, 0);
  expect(Math.abs(weight / positives - 1)).toBeLessThan(0.15);
});

test('sampled rows keep the rate of purchases', () => {
  const few = sampled(rows, 5000);
  const rate = (labels: Uint8Array) => count(labels, 1) / labels.length;
  expect(Math.abs(few.labels.length - 5000)).toBeLessThan(300);
  expect(Math.abs(rate(few.labels) / rate(rows.labels) - 1)).toBeLessThan(0.2);
});

test('few rows are left as they are', () => {
  expect(thinned(rows, 20_000)).toBe(rows);
  expect(sampled(rows, 20_000)).toBe(rows);
});
