import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Random, random } from './random';

const first = (r: Random, count: number) => Array.from({ length: count }, () => r.next());

it('the same keys give the same numbers, in any order of asking', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), fc.nat(20), (seed, index, part) => {
      const key = { purpose: 'life', index, part } as const;
      const numbers = first(random(seed, key), 5);
      random(seed, { purpose: 'dirt', index }).next();
      expect(first(random(seed, key), 5)).toEqual(numbers);
      expect(numbers.every((u) => u >= 0 && u < 1)).toBe(true);
    }),
  );
});

it('every part of the key matters', () => {
  const streams = [
    random(1, { purpose: 'life', index: 1 }),
    random(2, { purpose: 'life', index: 1 }),
    random(1, { purpose: 'life', index: 2 }),
    random(1, { purpose: 'life', index: 1, part: 1 }),
    random(1, { purpose: 'dirt', index: 1 }),
  ];
  expect(new Set(streams.map((r) => first(r, 3).join())).size).toBe(streams.length);
});

it('the first numbers of neighbouring accounts are uniform and independent', () => {
  const n = 20_000;
  const u = Array.from({ length: n }, (_, index) => random(5, { purpose: 'company', index }).next());
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(u)).toBeCloseTo(0.5, 2);
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => u.filter((x) => Math.floor(x * 10) === tenth).length,
  );
  for (const count of tenths) expect(Math.abs(count / n - 0.1)).toBeLessThan(0.01);
  const neighbours = mean(u.slice(1).map((x, index) => (x - 0.5) * (u[index]! - 0.5)));
  expect(Math.abs(neighbours * 12)).toBeLessThan(0.03);
});

it('draws have the shape they are named for', () => {
  const r = random(9, { purpose: 'signal', index: 0 });
  const mean = (draw: () => number) =>
    Array.from({ length: 20_000 }, draw).reduce((a, b) => a + b, 0) / 20_000;
  expect(mean(() => r.normal())).toBeCloseTo(0, 1);
  expect(mean(() => r.normal() ** 2)).toBeCloseTo(1, 1);
  expect(mean(() => r.count(1.5))).toBeCloseTo(1.5, 1);
  expect(mean(() => (r.chance(0.2) ? 1 : 0))).toBeCloseTo(0.2, 1);
});
