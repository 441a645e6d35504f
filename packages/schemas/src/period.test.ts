import { describe, expect, test } from 'vitest';
import {
  addMonths,
  cutOffDate,
  dateOfDay,
  dayNumber,
  fitPeriod,
  IsoDate,
  Period,
  releaseDate,
} from './period';

test.each(['1900-01', '2026-12', '2099-09'])('%s is a period', (text) => {
  expect(Period.parse(text)).toBe(text);
});
test.each(['2026-00', '2026-13', '2026-1', '26-01', '2026/01', '2026-01-01', '2026-01\n', '1899-12', ''])(
  '%j is no period',
  (text) => {
    expect(Period.safeParse(text).success).toBe(false);
  },
);
test.each(['2026-02-29', '2026-2-1', '2026-02-01T00:00:00Z', ''])('%j is no date', (text) => {
  expect(IsoDate.safeParse(text).success).toBe(false);
});

describe('months are added over the ends of years', () => {
  test.each<[string, number, string]>([
    ['2026-01', 0, '2026-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-06', 12, '2027-06'],
    ['2026-06', -18, '2024-12'],
    ['2026-10', 27, '2029-01'],
    ['1999-12', 1, '2000-01'],
    ['2000-01', -1, '1999-12'],
  ])('%s and %i months is %s', (period, months, expected) => {
    expect(addMonths(period, months)).toBe(expected);
  });

  test('there and back again, month by month, each one the next period', () => {
    for (let months = -60; months <= 60; months++) {
      const there = addMonths('2026-07', months);
      expect(Period.parse(there)).toBe(there);
      expect(addMonths(there, -months)).toBe('2026-07');
      expect(addMonths(there, 1) > there).toBe(true);
    }
  });
});

test.each<[string, string]>([
  ['2026-01', '2026-01'],
  ['2026-02', '2026-01'],
  ['2026-03', '2026-01'],
  ['2026-04', '2026-04'],
  ['2026-06', '2026-04'],
  ['2026-07', '2026-07'],
  ['2026-09', '2026-07'],
  ['2026-10', '2026-10'],
  ['2026-11', '2026-10'],
  ['2026-12', '2026-10'],
])('the fit of %s is that of %s', (period, quarter) => {
  expect(fitPeriod(period)).toBe(quarter);
});

test('the cut-off is a day of its month, before the release on the 25th', () => {
  expect(cutOffDate('2026-10', 20)).toBe('2026-10-20');
  expect(cutOffDate('2026-02', 1)).toBe('2026-02-01');
  expect(releaseDate('2026-10')).toBe('2026-10-25');
});

test('days are counted from 1970 and told back', () => {
  expect([dayNumber('1970-01-01'), dayNumber('1970-01-02'), dayNumber('2000-03-01')]).toEqual([0, 1, 11_017]);
  for (const date of ['1970-01-01', '1999-12-31', '2024-02-29', '2026-03-29', '2148-12-31'])
    expect(dateOfDay(dayNumber(date))).toBe(date);
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1);
});
