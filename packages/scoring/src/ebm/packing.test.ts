import { expect, test } from 'vitest';
import { plantedBag } from '../testing/planted-bag';
import { plantedTable } from '../testing/planted-table';
import { seeded } from '../testing/seeded';
import { sigmoid } from './loss';
import { packGradients, packingFor, unpack } from './packing';

const bag = plantedBag(plantedTable(4000, 3).table);
const { normal } = seeded(8);
const scores = Float64Array.from({ length: 4000 }, () => 1.5 * normal());
const rows = Int32Array.from({ length: 4000 }, (_, row) => row);

function packedSums(each: (row: number) => boolean, weights: Float64Array | null = null) {
  const packing = packingFor(4000, weights ? 3 : 1);
  const into = new Float64Array(4000);
  packGradients({ ...bag, weights }, packing, { scores, rows, into, seed: 0.3 });
  const sum = rows.filter(each).reduce((all, row) => all + into[row]!, 0);
  const out = new Float64Array(2);
  unpack(Float64Array.of(sum), packing, { from: 0, to: 1, into: out });
  return { g: out[0]!, h: out[1]! };
}

test.each<[string, (row: number) => boolean]>([
  ['all rows', () => true],
  ['positives', (row) => bag.labels[row] === 1],
  ['a few rows', (row) => row % 97 === 0],
])('the sum of %s is that of their gradients and hessians', (_, each) => {
  for (const weights of [null, Float64Array.from(rows, (row) => (row % 3) + 1)]) {
    const { g, h } = packedSums(each, weights);
    const chosen = [...rows].filter(each);
    const sum = (of: (p: number, row: number) => number) =>
      chosen.reduce((all, row) => all + (weights?.[row] ?? 1) * of(sigmoid(scores[row]!), row), 0);
    expect(g).toBeCloseTo(
      sum((p, row) => p - bag.labels[row]!),
      1,
    );
    expect(h).toBeCloseTo(
      sum((p) => p * (1 - p)),
      1,
    );
  }
});

test('sums are exact in any order, so what is taken away leaves exactly nothing', () => {
  const packing = packingFor(150_000, 1);
  const largest = (0.25 / packing.hUnit) * packing.shift + 1 / packing.gUnit;
  expect(150_000 * largest).toBeLessThan(2 ** 53);
  const out = new Float64Array(2);
  unpack(Float64Array.of(150_000 * largest), packing, { from: 0, to: 1, into: out });
  expect([...out]).toEqual([150_000, 37_500]);
});
