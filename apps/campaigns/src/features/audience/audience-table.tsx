import type { AudienceLine, ReaderRelease } from '@ascent/api';
import { type Column, DataTable, formatDate, formatInteger, LinkButton } from '@ascent/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { audienceFileHref, isReady } from './audience-state';
import { AudienceStatus } from './audience-status';
import { clusterNames, cohortName, releasePeriod } from './audience-words';

export function AudienceTable({ rows, release, empty }: AudienceTableProps) {
  const t = useTranslations('audience');
  const locale = useAppLocale();
  const columns: Column<AudienceLine>[] = [
    {
      id: 'name',
      header: t('name'),
      card: 'title',
      cell: (row) => (
        <div className="two">
          <AppLink className="b wrap-anywhere" href={`/audiences/${row.id}`}>
            {row.name}
          </AppLink>
          <small>{cohortName(row.cohortId, release, locale)}</small>
        </div>
      ),
    },
    {
      id: 'clusters',
      header: t('clusters'),
      width: '160px',
      card: 'wide',
      cell: (row) => (
        <span className="dim whitespace-normal">
          {clusterNames(row.clusters, locale) || t('allClusters')}
        </span>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      width: '120px',
      card: 'end',
      cell: (row) => <AudienceStatus audience={row} />,
    },
    {
      id: 'accounts',
      header: t('accounts'),
      align: 'right',
      width: '92px',
      cell: (row) => (isReady(row) ? formatInteger(row.accounts, locale) : <Counting />),
    },
    {
      id: 'release',
      header: t('release'),
      width: '138px',
      card: 'wide',
      cell: (row) => <span className="dim">{releasePeriod(row, locale)}</span>,
    },
    {
      id: 'day',
      header: t('askedOn'),
      width: '104px',
      cell: (row) => <span className="dim">{formatDate(row.createdAt, locale)}</span>,
    },
    {
      id: 'file',
      header: <span className="sr">{t('download')}</span>,
      label: t('download'),
      align: 'right',
      width: '60px',
      cell: (row) => isReady(row) && <FileLink audience={row} />,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      caption={t('title')}
      empty={empty}
      locale={locale}
    />
  );
}

function Counting() {
  return <span className="muted">{useTranslations('audience')('counting')}</span>;
}

function FileLink({ audience }: { audience: AudienceLine }) {
  const t = useTranslations('audience');
  return (
    <LinkButton
      href={audienceFileHref(audience.id)}
      size="s"
      icon={<Download aria-hidden />}
      label={t('downloadNamed', { name: audience.name })}
      download
    />
  );
}

type AudienceTableProps = { rows: AudienceLine[]; release: ReaderRelease; empty: ReactNode };
