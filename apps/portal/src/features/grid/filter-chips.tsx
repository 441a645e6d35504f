import { FilterBar, FilterChip, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import type { AppliedFilter } from './applied-filters';

export function FilterChips({ filters, clearHref, children }: FilterChipsProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  if (filters.length === 0 && !children) return null;
  return (
    <FilterBar bar locale={locale}>
      {filters.map(({ id, field, op, value, removeHref }) => (
        <FilterChip
          key={id}
          field={typeof field === 'string' ? t(`fields.${field}`) : field.title}
          operator={op && t(`ops.${op}`)}
          value={value}
          removeHref={removeHref}
          locale={locale}
          Link={AppLink}
        />
      ))}
      {filters.length > 0 && (
        <TextLink href={clearHref} className="xs" Link={AppLink}>
          {t('clearAll')}
        </TextLink>
      )}
      {children}
    </FilterBar>
  );
}

type FilterChipsProps = { filters: AppliedFilter[]; clearHref: string; children?: ReactNode };
