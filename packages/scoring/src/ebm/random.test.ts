import { expect, test } from 'vitest';
import { chance, xorshift } from './random';

test('chance depends on its three arguments only, and on each of them', () => {
  expect(chance(1, 2, 3)).toBe(chance(1, 2, 3));
  expect(new Set([chance(1, 2, 3), chance(2, 2, 3), chance(1, 3, 3), chance(1, 2, 4)]).size).toBe(4);
});

test.each([0, 1, 2026, -5])('numbers of seed %i fill the unit interval evenly', (seed) => {
  const next = xorshift(seed);
  const counted = new Float64Array(10);
  const drawn = new Float64Array(10);
  for (let i = 0; i < 20_000; i++) {
    counted[Math.floor(chance(seed, 0, i) * 10)]! += 1;
    drawn[Math.floor(next() * 10)]! += 1;
  }
  for (const count of [...counted, ...drawn]) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('a generator gives the same numbers again', () => {
  const take = (next: () => number) => [next(), next(), next()];
  expect(take(xorshift(7))).toEqual(take(xorshift(7)));
  expect(take(xorshift(7))).not.toEqual(take(xorshift(8)));
});
