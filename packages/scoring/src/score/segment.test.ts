import { defaultCatalogue, LEVELS, type Level, type SizeClass } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { levelOf, segmentOf, sizeClassOf } from './segment';

const cuts = { high: 750, medium: 550, low: 300 };
const [fitFirst, fitAndIntent] = defaultCatalogue.matrices;

test.each<[number | null, Level | null]>([
  [1000, 'High'],
  [750, 'High'],
  [749, 'Medium'],
  [550, 'Medium'],
  [549, 'Low'],
  [300, 'Low'],
  [299, 'Very low'],
  [0, 'Very low'],
  [null, null],
])('%s deci-points are %s', (score, level) => {
  expect(levelOf(score, cuts)).toBe(level);
});

test('the cuts are the model’s own', () => {
  expect(levelOf(750, { high: 900, medium: 800, low: 750 })).toBe('Low');
});

describe('a segment', () => {
  test.each<[Level | null, Level | null, string | null, string | null]>([
    ['High', 'High', 'A1', 'Act Now'],
    ['High', 'Very low', 'A4', 'Act Now'],
    ['Medium', 'High', 'E5', 'Evaluate'],
    ['Low', 'High', 'N9', 'Nurture'],
    ['Very low', 'High', 'ET10', 'Educate'],
    ['High', null, null, 'Act Now'],
    ['Medium', null, null, 'Evaluate'],
    ['Low', null, null, 'Nurture'],
    ['Very low', null, null, 'Educate'],
    [null, 'High', null, null],
    [null, null, null, null],
  ])('of fit %s and intent %s is %s in %s', (fit, intent, code, cluster) => {
    expect(segmentOf(fit, intent, fitFirst!)).toEqual({ code, cluster });
  });

  test('is never Educate because something is missing', () => {
    for (const level of [...LEVELS, null]) expect(segmentOf(null, level, fitFirst!).cluster).toBe(null);
  });

  test('follows the code where the matrix lets intent move it', () => {
    expect(segmentOf('High', 'Low', fitAndIntent!)).toEqual({ code: 'E5', cluster: 'Evaluate' });
    expect(segmentOf('High', null, fitAndIntent!)).toEqual({ code: null, cluster: 'Act Now' });
  });
});

test.each<[number | null, number | null, SizeClass | null]>([
  [1, null, 'Very Small'],
  [24, null, 'Very Small'],
  [25, null, 'Medium'],
  [299, null, 'Medium'],
  [300, null, 'Upper Medium'],
  [1, 100_000, 'Very Small'],
  [1, 100_001, 'Upper Medium'],
  [25, 100_001, 'Upper Medium'],
  [null, 100_001, 'Upper Medium'],
  [null, 100_000, null],
  [null, null, null],
  [25, -500_000, 'Medium'],
])('%s employees and %s cents a month are %s', (employees, consumption, size) => {
  expect(sizeClassOf({ employees, consumption }, defaultCatalogue.sizeClass)).toBe(size);
});
