import { expect, test } from 'vitest';
import { DEFAULT_LEVEL_CUTS, LevelCuts } from './level';
import { LEVELS } from './lists';

test('the default cuts are 75, 55 and 30', () => {
  expect(LevelCuts.parse(DEFAULT_LEVEL_CUTS)).toEqual({ high: 750, medium: 550, low: 300 });
  expect(LEVELS).toEqual(['High', 'Medium', 'Low', 'Very low']);
});

test.each([
  ['equal cuts', { high: 550, medium: 550, low: 300 }],
  ['rising cuts', { high: 300, medium: 550, low: 750 }],
  ['a lowest cut of nothing', { high: 750, medium: 550, low: 0 }],
  ['a highest cut that none reaches', { high: 1000, medium: 550, low: 300 }],
  ['a fraction', { high: 750.5, medium: 550, low: 300 }],
  ['a cut that is missing', { high: 750, medium: 550 }],
])('%s are refused', (_what, cuts) => {
  expect(LevelCuts.safeParse(cuts).success).toBe(false);
});
