import type { CalendarCell } from '@ascent/api';
import type { Measure } from './renewals-query';

type CalendarRow = { division: string | null; values: number[] };
export type Calendar = { months: string[]; rows: CalendarRow[] };

/** Longer spans than this are cut at their end: a date typed wrongly must not make a thousand columns. */
const MONTHS_MAX = 60;

/** Months without a gap, with the sum of all first and then each division, the largest first. */
export function calendarOf(cells: CalendarCell[], measure: Measure): Calendar {
  const amountOf = (cell: CalendarCell) => (measure === 'revenue' ? (cell.cents ?? 0) : cell.agreements);
  const seen = cells.map(({ month }) => month).sort();
  const months = seen.length === 0 ? [] : monthsBetween(seen[0]!, seen.at(-1)!);
  const sums = (of: CalendarCell[]) =>
    months.map((month) =>
      of.filter((cell) => cell.month === month).reduce((sum, cell) => sum + amountOf(cell), 0),
    );
  const divisions = [...new Set(cells.map(({ division }) => division))].map((division) => ({
    division,
    values: sums(cells.filter((cell) => cell.division === division)),
  }));
  const total = ({ values }: CalendarRow) => values.reduce((sum, value) => sum + value, 0);
  return {
    months,
    rows: [
      { division: null, values: sums(cells) },
      ...divisions.sort((a, b) => total(b) - total(a) || a.division.localeCompare(b.division)),
    ],
  };
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  while (months.length < MONTHS_MAX) {
    const id = `${year}-${String(month).padStart(2, '0')}`;
    if (id > last) break;
    months.push(id);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}
