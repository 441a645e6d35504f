import { addMonths, type Binning, type ConceptDrift, cutOffDate, dateOfDay } from '@ascent/schemas';
import { meaningDrift } from '@ascent/scoring';
import { z } from 'zod';
import { daysBefore, feedOf } from '../month';
import { rowsOfProduct } from '../training-rows';
import { lookBackDays, type MonthFacts, monthFacts } from './month-facts';
import { type Looked, readMonths } from './read-months';

/** Half a year that may have changed, and the year before it with all its seasons. */
const MONTHS = 18;
const MONTH_DAYS = 31;
const DATED = { signals: 'date', transactions: 'date', opportunities: 'created_on' } as const;

/**
 * Whether facts tell of the latest months' purchases what they told of those before. Each month is judged by the facts
 * at its beginning and the purchases within it: months do not overlap, as horizons do, and what has just changed is
 * not waited for until a whole horizon has passed. Empty where too few months can be compared.
 */
export async function changedMeaning(month: Looked, binning: Binning): Promise<ConceptDrift[]> {
  const { catalogue, period } = month;
  const chosen = monthFacts(catalogue, binning);
  const first = await firstWholeDay(month, chosen);
  const starts = Array.from({ length: MONTHS + 1 }, (_, index) =>
    cutOffDate(addMonths(period, index - MONTHS), catalogue.cutOffDay),
  ).filter((day) => day >= first);
  if (starts.length < 2) return [];
  const months = await readMonths(month, chosen, starts);
  const watched = catalogue.products.map(({ id }) => ({
    product: id,
    rows: rowsOfProduct(months, id, { facts: chosen.byProduct[id]!, labelDays: MONTH_DAYS }),
  }));
  return meaningDrift(watched).map(({ span, ...each }) => ({
    ...each,
    cutOff: dateOfDay(months.cutOffDays.at(-span)!),
  }));
}

/** From when on facts mean what they will: before, they look back on days of which nothing was collected yet. */
async function firstWholeDay(month: Looked, { facts }: MonthFacts): Promise<string> {
  let latest = '';
  for (const [feed, column] of Object.entries(DATED) as [keyof typeof DATED, string][]) {
    const lookBack = Math.max(0, ...facts.filter(({ source }) => source.from === feed).map(lookBackDays));
    const [row] = await month.warehouse.query({
      sql: `SELECT toString(min(${column})) AS first, count() AS n FROM ${feedOf(month, feed)}`,
      schema: z.object({ first: z.string(), n: z.number() }),
    });
    if (row!.n === 0) continue;
    const whole = daysBefore(row!.first, -lookBack);
    if (whole > latest) latest = whole;
  }
  return latest;
}
