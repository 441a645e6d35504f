import type { Belongings } from '@ascent/api';
import {
  type Column,
  DataTable,
  daysBetween,
  formatDate,
  formatMoney,
  formatPercent,
  formatRelativeDays,
  Panel,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

const MILLION = 1_000_000;
type Own = Belongings['agreements'][number];

/** The account's agreements, the one that ends first on top; revenue only where the reader may see it. */
export function AgreementsPanel({ agreements, today }: { agreements: Own[]; today: string }) {
  const t = useTranslations('belongings');
  const locale = useAppLocale();
  const seesRevenue = agreements.some(({ cents }) => cents !== undefined);
  const columns: Column<Own>[] = [
    {
      id: 'program',
      header: t('program'),
      card: 'title',
      cell: ({ program }) => <span title={program}>{program}</span>,
    },
    {
      id: 'division',
      header: t('division'),
      card: 'wide',
      cell: ({ division }) => <span title={division}>{division}</span>,
    },
    {
      id: 'day',
      header: t('ends'),
      width: '200px',
      card: 'wide',
      cell: ({ day }) => (
        <span>
          <time dateTime={day}>{formatDate(day, locale)}</time>{' '}
          <span className="muted xs">{formatRelativeDays(daysBetween(today, day), locale)}</span>
        </span>
      ),
    },
    {
      id: 'renewal',
      header: t('renewal'),
      card: 'wide',
      width: '120px',
      align: 'right',
      cell: ({ renewal }) =>
        renewal === null ? (
          <span className="ns">{t('notForeseen')}</span>
        ) : (
          formatPercent(renewal / MILLION, locale, 1)
        ),
    },
  ];
  if (seesRevenue)
    columns.push({
      id: 'revenue',
      header: t('revenue'),
      card: 'wide' as const,
      width: '130px',
      align: 'right',
      cell: ({ cents }) => (cents === undefined ? null : formatMoney(cents, locale, { whole: true })),
    });
  return (
    <Panel title={t('agreements')} note={t('agreementCount', { count: agreements.length })}>
      <DataTable
        columns={columns}
        rows={agreements}
        rowKey={(row) => `${row.agreementId} ${row.division} ${row.program} ${row.day}`}
        caption={t('agreements')}
        empty={<p className="void">{t('noAgreements')}</p>}
        locale={locale}
      />
    </Panel>
  );
}
