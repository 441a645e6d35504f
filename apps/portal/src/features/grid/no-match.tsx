import { EmptyState, formatCount, LinkButton, uiWords } from '@ascent/ui';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import type { AppliedFilter } from './applied-filters';
import type { Culprit } from './find-culprit';

/** Names the filter that took most rows away, and offers to remove it. */
export function NoMatch({ filters, culprit, clearHref }: NoMatchProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  if (!culprit) return <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>;
  const { field, value } = culprit.filter;
  const filter = `${typeof field === 'string' ? t(`fields.${field}`) : field.title}: ${value}`;
  return (
    <EmptyState
      icon={<ListFilter aria-hidden />}
      title={t('noMatch', { count: filters.length })}
      actions={
        <>
          <LinkButton href={culprit.filter.removeHref} Link={AppLink}>
            {t('removeThat')}
          </LinkButton>
          <LinkButton href={clearHref} variant="ghost" Link={AppLink}>
            {t('clearAll')}
          </LinkButton>
        </>
      }
    >
      {t('without', { filter, accounts: formatCount(culprit.total, uiWords(locale).account, locale) })}
    </EmptyState>
  );
}

type NoMatchProps = { filters: AppliedFilter[]; culprit: Culprit | null; clearHref: string };
