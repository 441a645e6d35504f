import type { Caller } from '@ascent/api';
import type { AppliedFilter } from './applied-filters';

export type Culprit = { filter: AppliedFilter; total: number };

/** Of an empty grid's filters, the one without which most accounts match. */
export async function findCulprit(caller: Caller, filters: AppliedFilter[]): Promise<Culprit | null> {
  const totals = await Promise.all(
    filters.map(async (filter) => {
      const { total } = await caller.account.list({ ...filter.without, pageSize: 1 });
      return { filter, total };
    }),
  );
  return totals.sort((a, b) => b.total - a.total)[0] ?? null;
}
