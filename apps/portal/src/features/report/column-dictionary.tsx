import type { ReportSummary } from '@ascent/api';
import { inLocale, type ReportColumn } from '@ascent/schemas';
import { Button, Check, type Column, DataTable, formatInteger, Panel, Tag } from '@ascent/ui';
import { Download, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { reportHref } from './report-request';
import { reportName } from './report-words';

/** What each column means, and a file of chosen ones: a plain form, its address is the file's. */
export function ColumnDictionary({ report }: { report: ReportSummary }) {
  const t = useTranslations('downloads');
  const locale = useAppLocale();
  const columns: Column<ReportColumn>[] = [
    {
      id: 'choose',
      header: <span className="sr">{t('choose')}</span>,
      label: t('choose'),
      width: '44px',
      cell: ({ header }) => <Check name="columns" value={header} label={header} hideLabel defaultChecked />,
    },
    {
      id: 'header',
      header: t('header'),
      card: 'title',
      cell: ({ header }) => (
        <span className="mono" title={header}>
          {header}
        </span>
      ),
    },
    {
      id: 'type',
      header: t('type'),
      width: '132px',
      cell: ({ type }) => <span className="dim">{t(`types.${type}`)}</span>,
    },
    {
      id: 'meaning',
      header: t('meaning'),
      width: '46%',
      card: 'wide',
      cell: ({ words, sensitive }) => (
        <span className="block py-1.5 whitespace-normal">
          {inLocale(words, locale)} {sensitive && <Tag icon={<Lock aria-hidden />}>{t('sensitive')}</Tag>}
        </span>
      ),
    },
  ];
  const end = (
    <Button type="submit" size="s" icon={<Download aria-hidden />}>
      {t('getChosen')}
    </Button>
  );
  return (
    <form action={reportHref(report.report)} method="get" id="columns" key={report.report}>
      <Panel
        title={t('dictionaryOf', { name: reportName(report.report, locale) })}
        note={t('columnCount', { count: formatInteger(report.columns.length, locale) })}
        end={end}
      >
        <DataTable
          columns={columns}
          rows={report.columns}
          rowKey={(column) => column.header}
          caption={t('dictionaryOf', { name: reportName(report.report, locale) })}
          locale={locale}
        />
      </Panel>
    </form>
  );
}
