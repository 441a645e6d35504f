import type { AgreementPage } from '@ascent/api';
import { CLUSTERS, inLocale, type ReaderCatalogue } from '@ascent/schemas';
import { FilterBar, FilterChip, formatInteger, TextLink, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { HrefSelect } from '@/client/href-select';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import type { AppliedFilter } from './applied-filters';
import { type RenewalsView, renewalsHref } from './renewals-query';

export const NO_FILTERS = { clusters: [], divisions: [], programs: [], month: undefined };

/** Whose clusters are shown, and what narrows the list: each choice adds one value, each chip takes its own away. */
export function RenewalFilters({ found, view, filters, catalogue }: RenewalFiltersProps) {
  const t = useTranslations('renewals');
  const locale = useAppLocale();
  const { clusters } = uiWords(locale);
  const product = (id: string) => renewalsHref(view, { product: id });
  const added = (field: 'divisions' | 'programs', all: { value: string; n: number }[]) =>
    all
      .filter(({ value }) => !view[field].includes(value))
      .map(({ value, n }) => ({
        href: renewalsHref(view, { [field]: [...view[field], value] }),
        label: `${value} (${formatInteger(n, locale)})`,
      }));
  return (
    <FilterBar locale={locale}>
      <span className="muted xs nowrap" aria-hidden="true">
        {t('product')}
      </span>
      <HrefSelect
        label={t('product')}
        value={product(found.product)}
        options={catalogue.products.map(({ id, words }) => ({
          href: product(id),
          label: inLocale(words, locale),
        }))}
      />
      <HrefSelect
        label={t('fields.clusters')}
        value=""
        none={t('fields.clusters')}
        options={CLUSTERS.filter((cluster) => !view.clusters.includes(cluster)).map((cluster) => ({
          href: renewalsHref(view, { clusters: [...view.clusters, cluster] }),
          label: clusters[cluster],
        }))}
      />
      <HrefSelect
        label={t('fields.divisions')}
        value=""
        none={t('fields.divisions')}
        options={added('divisions', found.divisions)}
      />
      <HrefSelect
        label={t('fields.programs')}
        value=""
        none={t('fields.programs')}
        options={added('programs', found.programs)}
      />
      {filters.map(({ id, value, without }) => (
        <FilterChip
          key={id}
          field={t(`fields.${id}`)}
          value={value}
          removeHref={renewalsHref(without)}
          locale={locale}
          Link={AppLink}
        />
      ))}
      {filters.length > 1 && (
        <TextLink href={renewalsHref(view, NO_FILTERS)} className="xs" Link={AppLink}>
          {t('clearAll')}
        </TextLink>
      )}
    </FilterBar>
  );
}

type RenewalFiltersProps = {
  found: AgreementPage;
  view: RenewalsView;
  filters: AppliedFilter[];
  catalogue: ReaderCatalogue;
};
