import type { AgreementLine, AgreementPage } from '@ascent/api';
import { Cluster } from '@ascent/schemas';
import {
  ClusterChip,
  type Column,
  DataTable,
  daysBetween,
  formatDate,
  formatMoney,
  formatPercent,
  formatRelativeDays,
  Pager,
  ScrollX,
  TextLink,
  uiWords,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { codeOf } from '../account/code-of';
import { AppLink } from '../shell/app-link';
import { type RenewalsView, renewalsHref, type SORTS } from './renewals-query';

const MILLION = 1_000_000;

/** One line an agreement and division, each leading to its account. */
export function AgreementsTable({ found, view, today, seesRevenue, empty }: TableProps) {
  const t = useTranslations('renewals');
  const locale = useAppLocale();
  const { rows, total, page, pageSize, product } = found;
  const sorted = (by: (typeof SORTS)[number], way: 'asc' | 'desc') => ({
    ...(view.sort === by ? { sort: way } : {}),
    sortHref: renewalsHref(view, { sort: by }),
  });
  const columns: Column<AgreementLine>[] = [
    {
      id: 'account',
      header: t('account'),
      width: '190px',
      card: 'title',
      cell: ({ accountId, name }) => (
        <TextLink
          href={`/accounts/${accountId}?product=${product}`}
          className="b"
          title={name}
          Link={AppLink}
        >
          {name || accountId}
        </TextLink>
      ),
    },
    {
      id: 'day',
      header: t('ends'),
      width: '190px',
      card: 'wide',
      ...sorted('day', 'asc'),
      cell: ({ day }) => (
        <span>
          <time dateTime={day}>{formatDate(day, locale)}</time>{' '}
          <span className="muted xs">{formatRelativeDays(daysBetween(today, day), locale)}</span>
        </span>
      ),
    },
    {
      id: 'division',
      header: t('fields.divisions'),
      card: 'wide',
      width: '150px',
      cell: ({ division }) => <span title={division}>{division || t('noDivision')}</span>,
    },
    {
      id: 'program',
      header: t('fields.programs'),
      card: 'wide',
      width: '150px',
      cell: ({ program }) => <span title={program}>{program}</span>,
    },
    {
      id: 'cluster',
      header: uiWords(locale).cluster,
      width: '172px',
      card: 'wide',
      cell: ({ cluster, code }) => {
        const known = Cluster.safeParse(cluster);
        return (
          <ClusterChip cluster={known.success ? known.data : null} code={codeOf(code)} locale={locale} />
        );
      },
    },
    ...(seesRevenue
      ? [
          {
            id: 'revenue',
            header: t('revenue'),
            card: 'wide' as const,
            width: '130px',
            align: 'right' as const,
            ...sorted('revenue', 'desc'),
            cell: ({ cents }: AgreementLine) =>
              cents === undefined ? null : formatMoney(cents, locale, { whole: true }),
          },
        ]
      : []),
    {
      id: 'renewal',
      header: t('renewal'),
      card: 'wide',
      width: '120px',
      align: 'right',
      ...sorted('renewal', 'desc'),
      cell: ({ renewal }) =>
        renewal === null ? (
          <span className="ns">{t('notForeseen')}</span>
        ) : (
          formatPercent(renewal / MILLION, locale, 1)
        ),
    },
  ];
  const from = (page - 1) * pageSize + 1;
  return (
    <div className="panel">
      <ScrollX label={t('caption')}>
        <DataTable
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.agreementId} ${row.division} ${row.program} ${row.accountId} ${row.day}`}
          caption={t('caption')}
          rowCount={total}
          rowStart={from}
          empty={empty}
          locale={locale}
          Link={AppLink}
        />
      </ScrollX>
      {total > 0 && (
        <Pager
          from={from}
          to={from + rows.length - 1}
          total={total}
          previousHref={page > 1 ? renewalsHref(view, { page: page - 1 }) : undefined}
          nextHref={page * pageSize < total ? renewalsHref(view, { page: page + 1 }) : undefined}
          locale={locale}
          Link={AppLink}
        />
      )}
    </div>
  );
}

type TableProps = {
  found: AgreementPage;
  view: RenewalsView;
  /** The day that the release knows. */
  today: string;
  seesRevenue: boolean;
  empty: ReactNode;
};
