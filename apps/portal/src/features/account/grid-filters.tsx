import type { AccountQuery } from '@ascent/api';
import { type Catalogue, CLUSTERS, inLocale, LEVELS, SEGMENT_CODES, SizeClass } from '@ascent/schemas';
import { FilterBar, formatInteger } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { valueWord } from './applied-filters';
import { FilterMenu } from './filter-menu';
import { type ListField, paramOf } from './grid-query';
import { ParamSelect } from './param-select';
import { SearchBox } from './search-box';

export function GridFilters({ query, catalogue, options }: GridFiltersProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const fixed = (field: ListField, values: readonly string[]) => (
    <FilterMenu
      param={paramOf(field)}
      label={t(`fields.${field}`)}
      options={values.map((value) => ({ value, label: valueWord(field, value, locale) }))}
    />
  );
  const counted = (field: ListField, values: Counted[]) => (
    <FilterMenu
      param={paramOf(field)}
      label={t(`fields.${field}`)}
      options={values.map(({ value, n }) => ({ value, label: value, count: formatInteger(n, locale) }))}
    />
  );
  const product = (
    <ParamSelect
      param="product"
      label={t('scoresFor')}
      value={query.product ?? ''}
      options={catalogue.products.map(({ id, words }) => ({ value: id, label: inLocale(words, locale) }))}
    />
  );
  return (
    <FilterBar bar locale={locale} end={<ScoresFor label={t('scoresFor')}>{product}</ScoresFor>}>
      <SearchBox label={t('search')} value={query.search} />
      {fixed('clusters', CLUSTERS)}
      {fixed('codes', SEGMENT_CODES)}
      {fixed('fit', LEVELS)}
      {fixed('intent', LEVELS)}
      {fixed('sizes', SizeClass.options)}
      {counted('countries', options.countries)}
      {counted('industries', options.industries)}
      <ParamSelect
        param="cohort"
        label={t('fields.cohort')}
        value={query.cohort ?? ''}
        none={t('anyCohort')}
        options={catalogue.cohorts.map(({ id, play }) => ({ value: id, label: inLocale(play, locale) }))}
      />
    </FilterBar>
  );
}

function ScoresFor({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="row nowrap">
      <span className="muted xs" aria-hidden="true">
        {label}
      </span>
      {children}
    </span>
  );
}

type Counted = { value: string; n: number };
type GridFiltersProps = {
  query: AccountQuery;
  catalogue: Catalogue;
  options: { countries: Counted[]; industries: Counted[] };
};
