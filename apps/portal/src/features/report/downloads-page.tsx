import type { ReaderRelease, ReportSummary } from '@ascent/api';
import type { ReportName } from '@ascent/schemas';
import { formatDate, formatPeriod, Note, Page, PageHeader, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { PageTop } from '../shell/page-top';
import { ColumnDictionary } from './column-dictionary';
import { ReportTable } from './report-table';

export function DownloadsPage({ reports, release, chosen }: DownloadsPageProps) {
  const t = useTranslations('downloads');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const period = formatPeriod(release.period, locale);
  const shown = reports.find((report) => report.report === chosen) ?? reports[0]!;
  return (
    <>
      <PageTop crumbs={[{ label: nav('downloads') }]} release={release} />
      <Page>
        <PageHeader title={t('title')}>{t('intro')}</PageHeader>
        <Note title={t('timeRange')}>
          {t('timeRangeText', {
            period,
            id: release.id,
            fit: formatDate(release.fitAsOf, locale),
            intent: formatDate(release.intentAsOf, locale),
          })}
        </Note>
        <Panel title={t('reports')} note={t('lifetime', { period })}>
          <ReportTable reports={reports} chosen={shown.report} />
        </Panel>
        <ColumnDictionary report={shown} />
      </Page>
    </>
  );
}

type DownloadsPageProps = { reports: ReportSummary[]; release: ReaderRelease; chosen: ReportName };
