import { z } from 'zod';

/** A month, `YYYY-MM`: the key of a cycle. */
export const Period = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'a period is written YYYY-MM');
export type Period = z.infer<typeof Period>;

/** `YYYY-MM-DD`, UTC. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

export function addMonths(period: Period, months: number): Period {
  const [year, month] = period.split('-').map(Number) as [number, number];
  const index = year * 12 + month - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** 00:00 UTC of this day is the cut-off: only what was known before it counts. */
export function cutOffDate(period: Period, cutOffDay: number): IsoDate {
  return `${period}-${String(cutOffDay).padStart(2, '0')}`;
}

/** Fit is refitted in January, April, July and October; other months use that quarter's model. */
export function fitPeriod(period: Period): Period {
  const [year, month] = period.split('-').map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  return `${year}-${String(quarter).padStart(2, '0')}`;
}

export function releaseDate(period: Period): IsoDate {
  return `${period}-25`;
}

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(date: IsoDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export function dateOfDay(day: number): IsoDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
