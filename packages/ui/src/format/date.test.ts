import { expect, test } from 'vitest';
import {
  daysBetween,
  formatDate,
  formatDayMonth,
  formatMonth,
  formatPeriod,
  formatRelativeDays,
} from './date';

test.each([
  ['2026-10-20', '20 Oct 2026', '20 out. 2026'],
  ['2026-01-01', '1 Jan 2026', '1 jan. 2026'],
  ['2027-12-31', '31 Dec 2027', '31 dez. 2027'],
])('date %s', (date, en, pt) => {
  expect(formatDate(date, 'en')).toBe(en);
  expect(formatDate(date, 'pt-BR')).toBe(pt);
});

test('a time of day never moves the date', () => {
  expect(formatDate('2026-10-20T23:59:59Z', 'en')).toBe('20 Oct 2026');
});

test('day and month, month, period', () => {
  expect(formatDayMonth('2026-09-30', 'pt-BR')).toBe('30 set.');
  expect(formatMonth('2026-03', 'pt-BR')).toBe('março');
  expect(formatPeriod('2026-10', 'en')).toBe('October 2026');
  expect(formatPeriod('2026-10', 'pt-BR')).toBe('outubro de 2026');
});

test('days between, over a change of clocks and of year', () => {
  expect(daysBetween('2026-10-20', '2026-11-02')).toBe(13);
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysBetween('2026-11-02', '2026-10-20')).toBe(-13);
});

test.each([
  [0, 'today', 'hoje'],
  [1, 'tomorrow', 'amanhã'],
  [-1, 'yesterday', 'ontem'],
  [5, 'in 5 days', 'em 5 dias'],
  [-3, '3 days ago', 'há 3 dias'],
])('%d days from now', (days, en, pt) => {
  expect(formatRelativeDays(days, 'en')).toBe(en);
  expect(formatRelativeDays(days, 'pt-BR')).toBe(pt);
});
