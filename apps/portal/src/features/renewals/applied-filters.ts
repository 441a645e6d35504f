import type { Caller } from '@ascent/api';
import type { Locale } from '@ascent/schemas';
import { formatPeriod, uiWords } from '@ascent/ui';
import { agreementQuery, type RenewalsView } from './renewals-query';

export type AppliedFilter = {
  id: 'clusters' | 'divisions' | 'programs' | 'month';
  value: string;
  without: RenewalsView;
};
export type Culprit = { filter: AppliedFilter; total: number };

export function appliedFilters(view: RenewalsView, locale: Locale): AppliedFilter[] {
  const { clusters: names } = uiWords(locale);
  const found: AppliedFilter[] = [];
  const first = { ...view, page: 1 };
  const add = (id: 'clusters' | 'divisions' | 'programs', values: string[]) => {
    if (values.length > 0) found.push({ id, value: values.join(', '), without: { ...first, [id]: [] } });
  };
  add(
    'clusters',
    view.clusters.map((cluster) => names[cluster]),
  );
  add('divisions', view.divisions);
  add('programs', view.programs);
  if (view.month)
    found.push({
      ...{ id: 'month', value: formatPeriod(view.month, locale) },
      without: { ...first, month: undefined },
    });
  return found;
}

/** Of an empty list's filters, the one without which most agreements match. */
export async function findCulprit(caller: Caller, filters: AppliedFilter[]): Promise<Culprit | null> {
  const totals = await Promise.all(
    filters.map(async (filter) => {
      const { total } = await caller.agreement.list(agreementQuery(filter.without));
      return { filter, total };
    }),
  );
  return totals.sort((a, b) => b.total - a.total)[0] ?? null;
}
