import {
  type AccountQuery,
  type Filter,
  type GridColumn,
  inLocale,
  type Level,
  type Locale,
  type ReaderCatalogue,
} from '@ascent/schemas';
import { formatDate, uiWords } from '@ascent/ui';
import { sizeWord } from '../account/size-word';
import { type GridLayout, gridHref, LIST_FIELDS, type ListField } from './grid-href';

/** A filter as a reader sees it, with the address of the grid without it. */
export type AppliedFilter = {
  id: string;
  /** One of the grid's own fields, or the title of a column. */
  field: ListField | 'cohort' | 'search' | 'signalSince' | { title: string };
  op?: Filter['op'];
  value: string;
  removeHref: string;
  without: AccountQuery;
};

type Naming = {
  catalogue: ReaderCatalogue;
  columns: readonly GridColumn[];
  locale: Locale;
  layout: GridLayout;
};

export function appliedFilters(query: AccountQuery, naming: Naming): AppliedFilter[] {
  const { catalogue, columns, locale, layout } = naming;
  const filters: AppliedFilter[] = [];
  const add = (filter: Pick<AppliedFilter, 'id' | 'field' | 'op' | 'value'>, without: AccountQuery) => {
    const first = { ...without, page: 1 };
    filters.push({ ...filter, without: first, removeHref: gridHref(first, layout) });
  };
  for (const field of LIST_FIELDS) {
    if (query[field].length === 0) continue;
    const value =
      field === 'accounts'
        ? String(query.accounts.length)
        : query[field].map((each) => valueWord(field, each, naming)).join(', ');
    add({ id: field, field, value }, { ...query, [field]: [] });
  }
  const cohort = catalogue.cohorts.find((each) => each.id === query.cohort);
  if (cohort)
    add(
      { id: 'cohort', field: 'cohort', value: inLocale(cohort.play, locale) },
      { ...query, cohort: undefined },
    );
  if (query.signalSince)
    add(
      { id: 'since', field: 'signalSince', value: formatDate(query.signalSince, locale) },
      { ...query, signalSince: undefined },
    );
  query.where.forEach((filter, index) => {
    const column = columns.find((each) => each.id === filter.column);
    if (!column) return;
    const where = query.where.filter((_, at) => at !== index);
    const title = inLocale(column.title, locale);
    const value = filter.values.map((each) => columnValue(column, each, locale)).join(', ');
    add({ id: `f${index}`, field: { title }, op: filter.op, value }, { ...query, where });
  });
  if (query.search) add({ id: 'search', field: 'search', value: query.search }, { ...query, search: '' });
  return filters;
}

/** A value of a column as the reader's language says it; files keep the documented one. */
export function columnValue(
  column: Pick<GridColumn, 'id' | 'kind' | 'values'>,
  value: string,
  locale: Locale,
): string {
  const words = uiWords(locale);
  if (value === '') return words.unknown;
  if (column.kind === 'date') return formatDate(value, locale);
  if (column.id === 'SMCTypeSummary') return sizeWord(value, locale);
  if (value === 'Yes') return words.answers.yes;
  if (value === 'No') return words.answers.no;
  if (column.kind !== 'choice' || !column.values) return value;
  return words.clusters[value as keyof typeof words.clusters] ?? words.levels[value as Level] ?? value;
}

function valueWord(field: ListField, value: string, { catalogue, locale }: Naming): string {
  const words = uiWords(locale);
  if (field === 'clusters') return words.clusters[value as keyof typeof words.clusters] ?? value;
  if (field === 'fit' || field === 'intent') return words.levels[value as Level] ?? value;
  if (field === 'sizes') return sizeWord(value, locale);
  if (field === 'topics') {
    const topic = catalogue.topics.find((each) => each.id === value);
    return topic ? inLocale(topic.words, locale) : value;
  }
  return value;
}
