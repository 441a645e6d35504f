import type { TicketLine } from '@ascent/api';
import { type Column, DataTable, formatDate, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { STATUS_TONE } from './ticket-words';

/** Requests as lines; the host's queue also says who asked. */
export function TicketTable({ rows, base, caption, withAsker, empty }: TicketTableProps) {
  const t = useTranslations('ticket');
  const locale = useAppLocale();
  const asker: Column<TicketLine> = {
    id: 'asker',
    header: t('asker'),
    width: '190px',
    cell: (row) => <span title={row.email}>{row.name}</span>,
  };
  const columns: Column<TicketLine>[] = [
    { id: 'number', header: t('number'), width: '76px', card: 'hide', cell: (row) => row.number },
    {
      id: 'summary',
      header: t('summary'),
      card: 'title',
      cell: (row) => (
        <AppLink className="b" href={`${base}/${row.id}`} title={row.summary}>
          {row.summary}
        </AppLink>
      ),
    },
    ...(withAsker ? [asker] : []),
    { id: 'severity', header: t('severity'), width: '104px', cell: (row) => t(`severities.${row.severity}`) },
    {
      id: 'status',
      header: t('status'),
      width: '172px',
      card: 'end',
      cell: (row) => (
        <Tag tone={STATUS_TONE[row.status]}>
          {t(`${withAsker ? 'hostStatuses' : 'statuses'}.${row.status}`)}
        </Tag>
      ),
    },
    {
      id: 'opened',
      header: t('opened'),
      width: '116px',
      cell: (row) => <span className="dim">{formatDate(row.createdAt, locale)}</span>,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      caption={caption}
      empty={empty}
      locale={locale}
      Link={AppLink}
    />
  );
}

type TicketTableProps = {
  rows: TicketLine[];
  base: '/help' | '/admin/support';
  caption: string;
  withAsker?: boolean;
  empty: ReactNode;
};
