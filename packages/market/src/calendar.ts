import { addMonths, type Catalogue, cutOffDate, dateOfDay, dayNumber, type Period } from '@ascent/schemas';

/** The time between two cut-offs, in which intent is steady: days `from` up to below `to`. */
export type Step = {
  from: number;
  to: number;
  /** Calendar month in which it ends, 0 for January. */
  month: number;
  /** The world has changed: hiring no longer tells, talk about security tells twice. */
  drifted: boolean;
};

/** All days are numbers since 1970-01-01. */
export type Calendar = {
  /** Sales before the window go back to this day. */
  oldest: number;
  /** First and last day of the window. */
  start: number;
  end: number;
  /** Step i ends at the cut-off of month i; one more reaches beyond the window, three more the truth alone sees. */
  steps: readonly Step[];
  /** Months of the window. */
  months: number;
  horizonDays: number;
  /** The first day after the world has changed. */
  driftDay: number;
  text: (day: number) => string;
};

type Span = { catalogue: Catalogue; endPeriod: Period; months: number };

const HISTORY_DAYS = 1096;
const AHEAD = 4;
const YEARS_AHEAD = 5;

export function openCalendar({ catalogue, endPeriod, months }: Span): Calendar {
  const cutOff = (index: number) =>
    dayNumber(cutOffDate(addMonths(endPeriod, index - months + 1), catalogue.cutOffDay));
  // Month 18 of 24.
  const drift = Math.round(months * 0.75);
  const steps = Array.from({ length: months + AHEAD }, (_, index) => ({
    from: cutOff(index - 1),
    to: cutOff(index),
    month: Number(addMonths(endPeriod, index - months + 1).slice(5)) - 1,
    drifted: index >= drift,
  }));
  const start = dayNumber(`${addMonths(endPeriod, 1 - months)}-01`);
  const end = dayNumber(`${addMonths(endPeriod, 1)}-01`) - 1;
  const oldest = start - HISTORY_DAYS;
  const texts = Array.from({ length: end - oldest + 366 * YEARS_AHEAD }, (_, index) =>
    dateOfDay(oldest + index),
  );
  const text = (day: number) => texts[day - oldest] ?? dateOfDay(day);
  const driftDay = steps[drift]!.from;
  return { oldest, start, end, steps, months, horizonDays: catalogue.horizonDays, driftDay, text };
}
