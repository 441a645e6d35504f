import type { Overview, ShownRelease } from '@ascent/api';
import { Columns, formatDate, formatPeriod, Page, PageHeader } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { PageTop } from '../shell/page-top';
import { NextSteps } from './next-steps';
import { OverviewKpis } from './overview-kpis';
import { ProductClusters } from './product-clusters';
import { SizePanel } from './size-panel';

/** What the current release says, and what changed since the one before. */
export function OverviewPage({ overview, release }: { overview: Overview; release: ShownRelease }) {
  const t = useTranslations('overview');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const period = formatPeriod(release.period, locale);
  // A release's id begins with its period.
  const previous = release.previousId && formatPeriod(release.previousId.slice(0, 7), locale);
  return (
    <>
      <PageTop crumbs={[{ label: nav('overview') }]} release={release} />
      <Page>
        <PageHeader title={previous ? t('changed', { period }) : t('first', { period })}>
          <span className="facts">
            {release.publishedAt && (
              <span>{t('published', { day: formatDate(release.publishedAt, locale) })}</span>
            )}
            <span>{t('fitAsOf', { day: formatDate(release.fitAsOf, locale) })}</span>
            <span>{t('intentAsOf', { day: formatDate(release.intentAsOf, locale) })}</span>
            {previous && <span>{t('compared', { period: previous })}</span>}
          </span>
        </PageHeader>
        <OverviewKpis overview={overview} />
        <ProductClusters overview={overview} />
        <Columns layout="even">
          <NextSteps overview={overview} />
          <SizePanel overview={overview} />
        </Columns>
      </Page>
    </>
  );
}
