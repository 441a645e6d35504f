import { describe, expect, test } from 'vitest';
import { aroundZero, scale, stepsPath, ticksTo } from './scale';

test('a scale puts its ends at the ends, whichever way round', () => {
  const y = scale(0, 200, [100, 0]);
  expect([0, 50, 200].map(y.at)).toEqual([100, 75, 0]);
  expect(scale(5, 5, [0, 10]).at(5)).toBe(0);
});

test.each([
  [
    [10, 20],
    [0, 20],
  ],
  [
    [-5, -2],
    [-5, 0],
  ],
  [
    [-5, 7],
    [-5, 7],
  ],
  [[], [-1, 1]],
  [
    [0, 0],
    [-1, 1],
  ],
])('zero is within the range of %j', (values, range) => {
  expect(aroundZero(values)).toEqual(range);
});

describe('ticks are round, few, and reach the value', () => {
  test.each<[number, number[]]>([
    [4.6, [0, 1, 2, 3, 4, 5]],
    [0.31, [0, 0.1, 0.2, 0.3, 0.4]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, [0]],
    [Number.NaN, [0]],
  ])('to %f', (most, ticks) => {
    expect(ticksTo(most)).toEqual(ticks);
  });
});

test('a line of steps keeps each value over its bin', () => {
  expect(
    stepsPath(
      [1, 3],
      (bin) => bin * 10,
      (value) => -value,
    ),
  ).toBe('M0 -1H10L10 -3H20');
});
