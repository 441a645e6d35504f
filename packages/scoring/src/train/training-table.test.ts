import { expect, test } from 'vitest';
import { splitByTime, type TrainingTable } from './training-table';

const table = (cutOff: number[], hashes: number[]): TrainingTable => ({
  numbers: {},
  categories: {},
  labels: new Uint8Array(cutOff.length),
  cutOff: Uint8Array.from(cutOff),
  accountHash: Uint32Array.from(hashes),
});

test('a model is tried on the last cut-off when there are several', () => {
  const { earlier, later } = splitByTime(table([0, 2, 1, 2, 0], [1, 1, 2, 5, 10]));
  expect([...later]).toEqual([1, 3]);
  expect([...earlier]).toEqual([0, 2, 4]);
});

test('with one cut-off it is tried on a fifth of the accounts, each on one side only', () => {
  const hashes = Array.from({ length: 100 }, (_, index) => index % 10);
  const { earlier, later } = splitByTime(table(new Array(100).fill(0), hashes));
  expect([earlier.length, later.length]).toEqual([80, 20]);
  const side = (rows: Uint32Array) => new Set([...rows].map((row) => hashes[row]!));
  expect([...side(earlier)].filter((hash) => side(later).has(hash))).toEqual([]);
});

test('no rows are no rows', () => {
  expect(splitByTime(table([], []))).toEqual({ earlier: new Uint32Array(), later: new Uint32Array() });
});
