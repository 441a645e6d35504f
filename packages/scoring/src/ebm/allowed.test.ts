import { expect, test } from 'vitest';
import { anyFeature, withinTerms } from './allowed';

test.each<[number[], number[]]>([
  [[], [0, 1, 2, 3]],
  [[0], [0, 1, 2]],
  [[1], [0, 1]],
  [[3], [3]],
  [
    [0, 1],
    [0, 1],
  ],
  [
    [0, 2],
    [0, 2],
  ],
])('with the pairs 0-1 and 0-2, after %j may follow %j', (path, next) => {
  expect([
    ...withinTerms(4, [
      [0, 1],
      [0, 2],
    ])(path),
  ]).toEqual(next);
});

test('a triple lets its third feature follow its pairs', () => {
  expect([...withinTerms(4, [[0, 1, 3]])([0, 3])]).toEqual([0, 1, 3]);
});

test('a free path takes any feature until it is full', () => {
  const allowed = anyFeature(4, 2);
  expect([...allowed([2])]).toEqual([0, 1, 2, 3]);
  expect([...allowed([1, 2])]).toEqual([1, 2]);
});
