import { Cluster } from '@ascent/schemas';
import { ClusterChip, type Column, DataTable, EmptyState, formatInteger, Panel, ShareBar } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import type { ProductValidation } from './product-section';

type Win = ProductValidation['wins'][number];

/** Opportunities that were opened after the release and closed since, by the cluster that was said then. */
export function WinsPanel({ wins, name }: { wins: Win[]; name: string }) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  const columns: Column<Win>[] = [
    {
      id: 'cluster',
      header: t('cluster'),
      card: 'title',
      width: '170px',
      cell: ({ cluster }) => {
        const known = Cluster.safeParse(cluster);
        return <ClusterChip cluster={known.success ? known.data : null} locale={locale} />;
      },
    },
    {
      id: 'rate',
      header: t('winRate'),
      card: 'wide',
      cell: ({ won, lost }) =>
        won + lost === 0 ? (
          <span className="ns">{t('noneClosed')}</span>
        ) : (
          <ShareBar share={won / (won + lost)} most={1} locale={locale} />
        ),
    },
    {
      id: 'won',
      header: t('won'),
      width: '110px',
      align: 'right',
      cell: ({ won }) => formatInteger(won, locale),
    },
    {
      id: 'lost',
      header: t('lost'),
      width: '110px',
      align: 'right',
      cell: ({ lost }) => formatInteger(lost, locale),
    },
  ];
  return (
    <Panel title={t('wins')} note={name}>
      <DataTable
        columns={columns}
        rows={wins}
        rowKey={(row) => row.cluster}
        caption={t('wins')}
        empty={<EmptyState title={t('noWins')}>{t('noWinsText')}</EmptyState>}
        locale={locale}
      />
    </Panel>
  );
}
