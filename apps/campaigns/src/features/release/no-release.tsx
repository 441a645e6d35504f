import { EmptyState, Page } from '@ascent/ui';
import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';

export function NoRelease({ title }: { title: string }) {
  const t = useTranslations('release');
  return (
    <>
      <PageTop crumbs={[{ label: title }]} heading />
      <Page>
        <EmptyState icon={<CalendarClock aria-hidden />} title={t('noneTitle')} level={2}>
          {t('noneText')}
        </EmptyState>
      </Page>
    </>
  );
}
