import type { AccountQuery } from '@ascent/api';
import { type Catalogue, inLocale, type Level, type Locale } from '@ascent/schemas';
import { uiWords } from '@ascent/ui';
import { gridHref, LIST_FIELDS, type ListField } from './grid-query';
import { sizeWord } from './size-word';

/** A filter as a reader sees it, with the address of the grid without it. */
export type AppliedFilter = {
  id: ListField | 'cohort' | 'search';
  value: string;
  removeHref: string;
  without: AccountQuery;
};

export function appliedFilters(query: AccountQuery, catalogue: Catalogue, locale: Locale): AppliedFilter[] {
  const filters: AppliedFilter[] = [];
  const add = (id: AppliedFilter['id'], value: string, without: AccountQuery) => {
    const first = { ...without, page: 1 };
    filters.push({ id, value, without: first, removeHref: gridHref(first) });
  };
  for (const field of LIST_FIELDS) {
    if (query[field].length === 0) continue;
    const names = query[field].map((value) => valueWord(field, value, locale));
    add(field, names.join(', '), { ...query, [field]: [] });
  }
  const cohort = catalogue.cohorts.find((each) => each.id === query.cohort);
  if (cohort) add('cohort', inLocale(cohort.play, locale), { ...query, cohort: undefined });
  if (query.search) add('search', query.search, { ...query, search: '' });
  return filters;
}

export function valueWord(field: ListField, value: string, locale: Locale): string {
  const words = uiWords(locale);
  if (field === 'clusters') return words.clusters[value as keyof typeof words.clusters] ?? value;
  if (field === 'fit' || field === 'intent') return words.levels[value as Level] ?? value;
  if (field === 'sizes') return sizeWord(value, locale);
  return value;
}
