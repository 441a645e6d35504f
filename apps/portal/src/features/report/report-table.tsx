import type { ReportSummary } from '@ascent/api';
import type { ReportName } from '@ascent/schemas';
import { type Column, DataTable, formatInteger, LinkButton, TextLink } from '@ascent/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { reportHref } from './report-request';
import { reportName } from './report-words';

/** The six reports; the current one's columns stand below. */
export function ReportTable({ reports, chosen }: { reports: ReportSummary[]; chosen: ReportName }) {
  const t = useTranslations('downloads');
  const locale = useAppLocale();
  const count = (value: number) => formatInteger(value, locale);
  const columns: Column<ReportSummary>[] = [
    {
      id: 'name',
      header: t('report'),
      card: 'title',
      cell: ({ report }) => (
        <span className="b" data-testid={`report-${report}`}>
          {reportName(report, locale)}
        </span>
      ),
    },
    {
      id: 'dataset',
      header: t('dataset'),
      card: 'wide',
      cell: (row) => <span className="mono">{row.dataset}</span>,
    },
    { id: 'rows', header: t('rows'), align: 'right', width: '92px', cell: (row) => count(row.rows) },
    {
      id: 'columns',
      header: t('columns'),
      align: 'right',
      width: '104px',
      cell: (row) => (
        <TextLink
          href={`/downloads?report=${row.report}#columns`}
          aria-label={t('columnsOf', { name: reportName(row.report, locale), count: row.columns.length })}
          Link={AppLink}
        >
          {count(row.columns.length)}
        </TextLink>
      ),
    },
    {
      id: 'file',
      header: t('file'),
      card: 'wide',
      cell: (row) => <span className="mono">{row.fileName}</span>,
    },
    {
      id: 'get',
      header: <span className="sr">{t('get')}</span>,
      label: t('get'),
      align: 'right',
      width: '152px',
      card: 'end',
      cell: (row) => (
        <LinkButton
          href={reportHref(row.report)}
          size="s"
          icon={<Download aria-hidden />}
          aria-label={t('getNamed', { name: reportName(row.report, locale) })}
          download
        >
          {t('get')}
        </LinkButton>
      ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={reports}
      rowKey={(row) => row.report}
      rowState={(row) => (row.report === chosen ? 'current' : undefined)}
      caption={t('reports')}
      locale={locale}
      Link={AppLink}
    />
  );
}
