import type { Overview, ReaderRelease } from '@ascent/api';
import { Columns, formatDate, formatPeriod, Page, PageHeader } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { PageTop } from '../shell/page-top';
import { EndingPanel } from './ending-panel';
import { MoversLoading, MoversPanel } from './movers-panel';
import { NextSteps } from './next-steps';
import { OverviewKpis } from './overview-kpis';
import type { OverviewView } from './overview-view';
import { ProductClusters } from './product-clusters';
import { SizePanel } from './size-panel';

/** What the current release says, and what changed since the one before. */
export function OverviewPage({ overview, release, view }: OverviewPageProps) {
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
        <Columns layout="side-end">
          {previous ? (
            <Suspense key={view.kind} fallback={<MoversLoading />}>
              <MoversPanel view={view} catalogue={release.catalogue} />
            </Suspense>
          ) : (
            <NextSteps overview={overview} />
          )}
          <EndingPanel overview={overview} />
        </Columns>
        <ProductClusters overview={overview} />
        <Columns layout="even">
          {previous ? <NextSteps overview={overview} /> : null}
          <SizePanel overview={overview} />
        </Columns>
      </Page>
    </>
  );
}

type OverviewPageProps = { overview: Overview; release: ReaderRelease; view: OverviewView };
