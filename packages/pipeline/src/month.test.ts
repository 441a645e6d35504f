import { defaultCatalogue, Period } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { asOfDays, daysBefore, feedOf } from './month';

const days = (period: string, change: object = {}) =>
  asOfDays({ period, catalogue: { ...defaultCatalogue, ...change } });

describe('the days that a month looks at', () => {
  test('are its own for intent, its quarter’s for fit, and a label’s length before that for training fit', () => {
    expect(days('2026-11')).toMatchObject({
      score: '2026-11-20',
      fit: '2026-10-20',
      fitTraining: ['2025-04-20', '2025-10-20'],
    });
    expect(days('2026-10')).toMatchObject({ score: '2026-10-20', fit: '2026-10-20' });
    expect(days('2027-03')).toMatchObject({
      score: '2027-03-20',
      fit: '2027-01-20',
      fitTraining: ['2025-07-21', '2026-01-20'],
    });
  });

  test('train intent on the latest months whose horizon has ended, oldest first', () => {
    expect(days('2026-11').intentTraining).toEqual([
      '2026-03-20',
      '2026-04-20',
      '2026-05-20',
      '2026-06-20',
      '2026-07-20',
      '2026-08-20',
    ]);
    expect(days('2026-11', { trainingCutOffs: 1, horizonDays: 92 }).intentTraining).toEqual(['2026-08-20']);
    expect(days('2026-11', { trainingCutOffs: 1, horizonDays: 93 }).intentTraining).toEqual(['2026-07-20']);
  });

  test('or on the days that the catalogue names, of those that have ended', () => {
    const trainingCutOffs = ['2026-08-01', '2026-03-01', '2026-08-31'];
    expect(days('2026-11', { trainingCutOffs }).intentTraining).toEqual(['2026-03-01', '2026-08-01']);
  });

  test('never reach into what a release may not know', () => {
    for (const period of ['2024-02', '2026-01', '2026-06', '2026-12', '2027-02'].map((p) =>
      Period.parse(p),
    )) {
      const { score, fit, fitTraining, intentTraining } = days(period);
      expect(fit <= score).toBe(true);
      expect(fitTraining).toHaveLength(2);
      expect(fitTraining[0]! < fitTraining[1]!).toBe(true);
      for (const day of fitTraining) expect(daysBefore(day, -365) <= fit).toBe(true);
      expect(intentTraining).toHaveLength(6);
      for (const day of intentTraining) expect(daysBefore(day, -90) <= score).toBe(true);
    }
  });
});

test('days before go over months and leap days', () => {
  expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29');
  expect(daysBefore('2026-01-01', 365)).toBe('2025-01-01');
  expect(daysBefore('2026-10-20', -90)).toBe('2027-01-18');
});

test('a release reads the loads that it was given, and none when there are none', () => {
  const inputs = { accounts: [3, 7], signals: [] } as unknown as Parameters<typeof feedOf>[0]['inputs'];
  expect(feedOf({ inputs }, 'accounts')).toContain('load_seq IN (3, 7)');
  expect(feedOf({ inputs }, 'signals')).toContain('load_seq IN (0)');
});
