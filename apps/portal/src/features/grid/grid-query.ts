import { AccountQuery, Filter, type SortKey } from '@ascent/schemas';
import {
  type GridLayout,
  LIST_FIELDS,
  LISTS,
  type ListField,
  PINNED_MAX,
  WIDTH_MAX,
  WIDTH_MIN,
} from './grid-href';

/** What an address asks for; what it says wrongly is left out, so that an old link still opens. */
export function readGridQuery(params: URLSearchParams): AccountQuery {
  const shape = AccountQuery.shape;
  const list = <F extends ListField>(field: F): AccountQuery[F] => {
    const kept = params.getAll(LISTS[field]).filter((value) => shape[field].safeParse([value]).success);
    return shape[field].parse(
      [...new Set(kept)].slice(0, field === 'accounts' ? 1000 : 100),
    ) as AccountQuery[F];
  };
  const page = shape.page.safeParse(Number(params.get('page') ?? 1));
  const search = shape.search.safeParse((params.get('q') ?? '').slice(0, 100));
  const since = shape.signalSince.safeParse(params.get('since') ?? undefined);
  const lists = Object.fromEntries(LIST_FIELDS.map((field) => [field, list(field)])) as Pick<
    AccountQuery,
    ListField
  >;
  return {
    ...lists,
    product: params.get('product') ?? undefined,
    cohort: params.get('cohort') ?? undefined,
    signalSince: since.success ? since.data : undefined,
    where: params.getAll('f').flatMap(readFilter).slice(0, 20),
    search: search.success ? search.data : '',
    sort: names(params.get('sort')).slice(0, 5).map(readSort),
    columns: names(params.get('cols')).slice(0, 60),
    page: page.success ? page.data : 1,
    pageSize: 50,
  };
}

export function readLayout(params: URLSearchParams): GridLayout {
  const widths: Record<string, number> = {};
  for (const pair of names(params.get('w'))) {
    const [column, width] = pair.split('.');
    const pixels = Math.round(Number(width));
    if (column && pixels >= WIDTH_MIN && pixels <= WIDTH_MAX) widths[column] = pixels;
  }
  const pinned = Math.round(Number(params.get('pin') ?? 0));
  const view = params.get('view');
  return {
    widths,
    pinned: pinned >= 1 && pinned <= PINNED_MAX ? pinned : 0,
    view: view && /^[\w-]{1,64}$/.test(view) ? view : null,
  };
}

function names(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter((name) => /^-?[A-Za-z][\w.]{0,119}$/.test(name)))];
}

function readSort(text: string): SortKey {
  return { column: text.replace(/^-/, ''), descending: text.startsWith('-') };
}

/** `Column~op~value~value`, each part written as in an address. */
function readFilter(text: string): Filter[] {
  try {
    const [column, op, ...values] = text.split('~').map(decodeURIComponent);
    const filter = Filter.safeParse({ column, op, values });
    return filter.success ? [filter.data] : [];
  } catch {
    return [];
  }
}

/** What a page gets from Next, as the browser would read it. */
export function toParams(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    for (const each of [value ?? []].flat()) params.append(name, each);
  return params;
}
