import { dateOfDay, dayNumber, defaultCatalogue } from '@ascent/schemas';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCalendar } from './calendar';

it('steps lie end to end and end at the cut-offs of the window', () => {
  const period = fc.tuple(fc.integer({ min: 2015, max: 2040 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(period, fc.integer({ min: 6, max: 60 }), ([year, month], months) => {
      const endPeriod = `${year}-${String(month).padStart(2, '0')}`;
      const { steps, start, end } = openCalendar({ catalogue: defaultCatalogue, endPeriod, months });
      for (const [index, step] of steps.entries()) {
        expect(step.to - step.from).toBeGreaterThanOrEqual(28);
        if (index > 0) expect(step.from).toBe(steps[index - 1]!.to);
        expect(dateOfDay(step.to).slice(8)).toBe('20');
      }
      expect(steps[months - 1]!.to).toBe(dayNumber(`${endPeriod}-20`));
      expect(dateOfDay(start).slice(8)).toBe('01');
      expect(dateOfDay(end + 1).slice(8)).toBe('01');
      expect(steps[0]!.from).toBeLessThan(start);
      expect(steps[months]!.to).toBeGreaterThan(end);
    }),
    { numRuns: 60 },
  );
});

it('the world changes in month 18 of 24', () => {
  const calendar = openCalendar({ catalogue: defaultCatalogue, endPeriod: '2026-10', months: 24 });
  expect(calendar.steps.filter(({ drifted }) => !drifted)).toHaveLength(18);
  expect(calendar.text(calendar.driftDay)).toBe('2026-04-20');
  expect(calendar.text(calendar.end)).toBe('2026-10-31');
});
