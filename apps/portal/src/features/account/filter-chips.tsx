import { FilterBar, FilterChip, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import type { AppliedFilter } from './applied-filters';

export function FilterChips({ filters, clearHref }: { filters: AppliedFilter[]; clearHref: string }) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  if (filters.length === 0) return null;
  return (
    <FilterBar bar locale={locale}>
      {filters.map(({ id, value, removeHref }) => (
        <FilterChip
          key={id}
          field={t(`fields.${id}`)}
          value={value}
          removeHref={removeHref}
          locale={locale}
          Link={AppLink}
        />
      ))}
      <TextLink href={clearHref} className="xs" Link={AppLink}>
        {t('clearAll')}
      </TextLink>
    </FilterBar>
  );
}
