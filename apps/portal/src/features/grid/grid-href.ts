import type { AccountQuery, Filter, SortKey } from '@ascent/schemas';

/** The grid's state is its address: each list of the query and the name it has there. */
export const LISTS = {
  clusters: 'cluster',
  codes: 'code',
  fit: 'fit',
  intent: 'intent',
  sizes: 'size',
  countries: 'country',
  industries: 'industry',
  topics: 'topic',
  accounts: 'id',
} as const;

export type ListField = keyof typeof LISTS;
export const LIST_FIELDS = Object.keys(LISTS) as ListField[];

/**
 * Widths in pixels by column, how many columns in front stay when the others move, and the saved view that all this
 * began as: `all` says none, where a default one would open otherwise.
 */
export type GridLayout = { widths: Record<string, number>; pinned: number; view: string | null };

export const WIDTH_MIN = 48;
export const WIDTH_MAX = 600;
export const PINNED_MAX = 4;

export const clampWidth = (pixels: number) => Math.round(Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, pixels)));

export function writeFilter({ column, op, values }: Filter): string {
  return [column, op, ...values].map((part) => encodeURIComponent(part).replaceAll('~', '%7E')).join('~');
}

function writeSort(sort: readonly SortKey[]): string {
  return sort.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',');
}

/** The filters alone, for a file with the same rows. */
export function filterParams(query: Partial<AccountQuery>): URLSearchParams {
  const params = new URLSearchParams();
  if (query.product) params.set('product', query.product);
  for (const field of LIST_FIELDS) for (const value of query[field] ?? []) params.append(LISTS[field], value);
  if (query.cohort) params.set('cohort', query.cohort);
  if (query.signalSince) params.set('since', query.signalSince);
  for (const filter of query.where ?? []) params.append('f', writeFilter(filter));
  if (query.search) params.set('q', query.search);
  return params;
}

export function gridParams(query: Partial<AccountQuery>, layout?: GridLayout): URLSearchParams {
  const params = filterParams(query);
  if (query.sort?.length) params.set('sort', writeSort(query.sort));
  if (query.columns?.length) params.set('cols', query.columns.join(','));
  const widths = Object.entries(layout?.widths ?? {}).map(([column, width]) => `${column}.${width}`);
  if (widths.length) params.set('w', widths.join(','));
  if (layout?.pinned) params.set('pin', String(layout.pinned));
  if (query.page && query.page > 1) params.set('page', String(query.page));
  if (layout?.view) params.set('view', layout.view);
  return params;
}

export function gridHref(query: Partial<AccountQuery>, layout?: GridLayout): string {
  const text = gridParams(query, layout).toString();
  return text ? `/accounts?${text}` : '/accounts';
}

/** Where a saved view is opened. */
export function viewHref({ id, query }: { id: string; query: string }): string {
  return `/accounts?${query}${query ? '&' : ''}view=${id}`;
}
