import type { AgreementQuery } from '@ascent/api';
import { CLUSTERS, type Cluster, type ReaderCatalogue } from '@ascent/schemas';

/** By what agreements stand in order; by revenue only for who may see it. */
export const SORTS = ['day', 'revenue', 'renewal'] as const;
/** What the bars count. */
export const MEASURES = ['agreements', 'revenue'] as const;
export type Measure = (typeof MEASURES)[number];

export type RenewalsView = {
  product?: string;
  clusters: Cluster[];
  divisions: string[];
  programs: string[];
  month?: string;
  sort: (typeof SORTS)[number];
  page: number;
  measure: Measure;
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const VALUES_MAX = 50;

/** What an address asks for; what it says wrongly, or may not ask, is left out, so that an old link still opens. */
export function readRenewals(params: URLSearchParams, { catalogue, seesSensitive }: Reader): RenewalsView {
  const values = (name: string) =>
    [...new Set(params.getAll(name))]
      .filter((value) => value !== '' && value.length <= 100)
      .slice(0, VALUES_MAX);
  const known = <V extends string>(options: readonly V[], name: string) =>
    options.find((each) => each === params.get(name) && (each !== 'revenue' || seesSensitive));
  const page = Math.round(Number(params.get('page') ?? 1));
  const month = params.get('month') ?? '';
  return {
    product: catalogue.products.find(({ id }) => id === params.get('product'))?.id,
    clusters: CLUSTERS.filter((cluster) => params.getAll('cluster').includes(cluster)),
    divisions: values('division'),
    programs: values('program'),
    month: MONTH.test(month) ? month : undefined,
    sort: known(SORTS, 'sort') ?? 'day',
    page: page >= 1 && page <= 100_000 ? page : 1,
    measure: known(MEASURES, 'bars') ?? 'agreements',
  };
}

/** A change starts again at the first page, unless it is the page that changes. */
export function renewalsHref(view: RenewalsView, change: Partial<RenewalsView> = {}): string {
  const next = { ...view, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.product) params.set('product', next.product);
  for (const cluster of next.clusters) params.append('cluster', cluster);
  for (const division of next.divisions) params.append('division', division);
  for (const program of next.programs) params.append('program', program);
  if (next.month) params.set('month', next.month);
  if (next.sort !== 'day') params.set('sort', next.sort);
  if (next.measure !== 'agreements') params.set('bars', next.measure);
  if (next.page > 1) params.set('page', String(next.page));
  return params.size ? `/renewals?${params}` : '/renewals';
}

/** What the list is asked for; how the bars are drawn is the screen's own. */
export function agreementQuery({ measure: _, ...view }: RenewalsView): Partial<AgreementQuery> {
  return view;
}

type Reader = { catalogue: ReaderCatalogue; seesSensitive: boolean };
