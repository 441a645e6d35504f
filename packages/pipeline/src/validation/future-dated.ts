import type { FeedName } from '@ascent/schemas';
import { listLoads } from '@ascent/services';
import { z } from 'zod';
import { feedOf, type Month } from '../month';

/** The day of what happened, by feed: nobody can have seen it before. */
const HAPPENED = { transactions: 'date', signals: 'date', opportunities: 'created_on' } as const;

export type FutureDated = { feed: FeedName; column: string; rows: number };

/** Columns with rows that say they happened after the day on which they were loaded: the future must not teach. */
export async function futureDated(month: Month): Promise<FutureDated[]> {
  const finished = new Map(
    (await listLoads(month.db)).map((load) => [load.seq, load.finishedAt?.toISOString().slice(0, 10)]),
  );
  const found: FutureDated[] = [];
  for (const [feed, column] of Object.entries(HAPPENED) as [keyof typeof HAPPENED, string][]) {
    const loads = month.inputs[feed].flatMap((seq) => {
      const day = finished.get(seq);
      return day ? [{ seq, day }] : [];
    });
    if (loads.length === 0) continue;
    const day = `transform(load_seq, [${loads.map(({ seq }) => `toUInt32(${seq})`).join(', ')}], [${loads.map((each) => `toDate('${each.day}')`).join(', ')}], toDate('2149-06-06'))`;
    const [row] = await month.warehouse.query({
      sql: `SELECT toUInt32(countIf(${column} > ${day})) AS n FROM ${feedOf(month, feed)}`,
      schema: z.object({ n: z.number() }),
    });
    if (row && row.n > 0) found.push({ feed, column, rows: row.n });
  }
  return found;
}
