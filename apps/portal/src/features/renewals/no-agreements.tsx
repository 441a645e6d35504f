import { EmptyState, formatInteger, LinkButton } from '@ascent/ui';
import { CalendarClock, ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import type { Culprit } from './applied-filters';
import { renewalsHref } from './renewals-query';

/** Names the filter that took most agreements away, and offers to remove it. */
export function NoAgreements({ culprit, clearHref }: { culprit: Culprit | null; clearHref: string }) {
  const t = useTranslations('renewals');
  const locale = useAppLocale();
  if (!culprit)
    return (
      <EmptyState icon={<CalendarClock aria-hidden />} title={t('noneTitle')}>
        {t('noneText')}
      </EmptyState>
    );
  const { filter, total } = culprit;
  const count = t('agreements', { count: total, text: formatInteger(total, locale) });
  return (
    <EmptyState
      icon={<ListFilter aria-hidden />}
      title={t('noMatch')}
      actions={
        <>
          <LinkButton href={renewalsHref(filter.without)} Link={AppLink}>
            {t('removeThat')}
          </LinkButton>
          <LinkButton href={clearHref} variant="ghost" Link={AppLink}>
            {t('clearAll')}
          </LinkButton>
        </>
      }
    >
      {t('without', { filter: `${t(`fields.${filter.id}`)}: ${filter.value}`, agreements: count })}
    </EmptyState>
  );
}
