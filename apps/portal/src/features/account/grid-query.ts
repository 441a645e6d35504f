import { AccountQuery } from '@ascent/api';

/** The grid's state is its address: each part of the query and the name it has there. */
const LISTS = {
  clusters: 'cluster',
  codes: 'code',
  fit: 'fit',
  intent: 'intent',
  sizes: 'size',
  countries: 'country',
  industries: 'industry',
} as const;

export type ListField = keyof typeof LISTS;
export const LIST_FIELDS = Object.keys(LISTS) as ListField[];
export const paramOf = (field: ListField) => LISTS[field];

/** What an address asks for; what it says wrongly is left out, so that an old link still opens. */
export function readGridQuery(params: URLSearchParams): AccountQuery {
  const shape = AccountQuery.shape;
  const list = <F extends ListField>(field: F): AccountQuery[F] => {
    const kept = params.getAll(LISTS[field]).filter((value) => shape[field].safeParse([value]).success);
    return shape[field].parse([...new Set(kept)].slice(0, 100)) as AccountQuery[F];
  };
  const sort = shape.sort.safeParse(params.get('sort') ?? undefined);
  const page = shape.page.safeParse(Number(params.get('page') ?? 1));
  const search = shape.search.safeParse((params.get('q') ?? '').slice(0, 100));
  return {
    product: params.get('product') ?? undefined,
    clusters: list('clusters'),
    codes: list('codes'),
    fit: list('fit'),
    intent: list('intent'),
    sizes: list('sizes'),
    countries: list('countries'),
    industries: list('industries'),
    cohort: params.get('cohort') ?? undefined,
    search: search.success ? search.data : '',
    sort: sort.success ? sort.data : 'code',
    descending: params.get('desc') === '1',
    page: page.success ? page.data : 1,
    pageSize: 50,
  };
}

/** The filters alone, for a file with the same rows. */
export function filterParams(query: Partial<AccountQuery>): URLSearchParams {
  const params = new URLSearchParams();
  if (query.product) params.set('product', query.product);
  for (const field of LIST_FIELDS) for (const value of query[field] ?? []) params.append(LISTS[field], value);
  if (query.cohort) params.set('cohort', query.cohort);
  if (query.search) params.set('q', query.search);
  return params;
}

export function gridHref(query: Partial<AccountQuery>): string {
  const params = filterParams(query);
  if (query.sort && query.sort !== 'code') params.set('sort', query.sort);
  if (query.descending) params.set('desc', '1');
  if (query.page && query.page > 1) params.set('page', String(query.page));
  const text = params.toString();
  return text ? `/accounts?${text}` : '/accounts';
}

/** What a page gets from Next, as the browser would read it. */
export function toParams(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    for (const each of [value ?? []].flat()) params.append(name, each);
  return params;
}
