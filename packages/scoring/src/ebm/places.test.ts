import { expect, test } from 'vitest';
import { fineBins } from './bin-rows';
import { findFeature } from './bins';
import { placesOf, placesOfEdges } from './places';
import type { NumberColumn } from './table';

const numbers = (values: number[]): NumberColumn => ({
  kind: 'number',
  name: 'x',
  values: Float64Array.from(values),
});

test('few whole numbers stand where they are, found from rows or from edges', () => {
  const column = numbers([0, 1, 2, 3, 4, 5].flatMap((n) => new Array<number>(10).fill(n)));
  const feature = findFeature(column);
  const logs = [0, 1, 2, 3, 4].map((n) => expect.closeTo(Math.log1p(n), 12));
  expect([...placesOf(column, fineBins(feature, column))!].slice(1, 6)).toEqual(logs);
  expect([...placesOfEdges(feature)!].slice(1, 6)).toEqual(logs);
});

test('places found from edges rise and lie near those found from rows', () => {
  const column = numbers(Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 5000) / 500 - 3));
  const feature = findFeature(column);
  const bins = feature.bins.kind === 'number' ? feature.bins.edges.length + 1 : 0;
  const known = placesOf(column, fineBins(feature, column))!;
  const guessed = placesOfEdges(feature)!;
  for (let bin = 1; bin <= bins; bin++) {
    expect(Math.abs(known[bin]! - guessed[bin]!)).toBeLessThan(0.05);
    if (bin > 1) expect(guessed[bin]!).toBeGreaterThan(guessed[bin - 1]!);
  }
});

test('a category has no places', () => {
  const column = { kind: 'category' as const, name: 'c', codes: Int32Array.of(0), levels: ['a'] };
  expect([placesOf(column, Uint8Array.of(1)), placesOfEdges(findFeature(column))]).toEqual([null, null]);
});
