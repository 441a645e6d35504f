import type { ReleaseReview } from '@ascent/api';
import {
  type Column,
  DataTable,
  EmptyState,
  formatDate,
  formatDecimal,
  formatPercent,
  Panel,
  Tag,
} from '@ascent/ui';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

type Validation = NonNullable<ReleaseReview['validation']>;
type Feature = Validation['features'][number];
type Concept = Validation['concepts'][number];
/** How many facts are shown: those that moved most. */
const SHOWN = 15;

/** Facts whose values lie elsewhere than in the release before, those at fault first. */
export function FeatureDriftPanel({ features, unchanged, factName }: FeatureDriftProps) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  const rows = [...features].sort((a, b) => Number(b.alarm) - Number(a.alarm) || b.psi - a.psi);
  const columns: Column<Feature>[] = [
    {
      id: 'fact',
      header: t('fact'),
      card: 'title',
      cell: ({ fact }) => <span title={fact}>{factName(fact)}</span>,
    },
    {
      id: 'psi',
      header: 'PSI',
      width: '90px',
      align: 'right',
      cell: (row) => formatDecimal(row.psi, locale, 3),
    },
    {
      id: 'noise',
      header: t('noise'),
      width: '130px',
      align: 'right',
      cell: (row) => <span className="muted">{formatDecimal(row.noise, locale, 3)}</span>,
    },
    {
      id: 'missing',
      header: t('missing'),
      width: '180px',
      align: 'right',
      cell: ({ missingBefore, missingNow }) => (
        <span className="arrow">
          {formatPercent(missingBefore, locale, 1)}
          <ChevronRight className="ic-s" aria-hidden />
          <span className="b">{formatPercent(missingNow, locale, 1)}</span>
        </span>
      ),
    },
    {
      id: 'alarm',
      header: t('verdict'),
      width: '120px',
      card: 'end',
      cell: ({ alarm }) =>
        alarm ? <Tag tone="danger">{t('drifted')}</Tag> : <span className="muted">{t('steady')}</span>,
    },
  ];
  return (
    <Panel
      title={t('featureDrift')}
      note={t('featureDriftNote')}
      foot={
        unchanged !== null && <span>{t('unchanged', { share: formatPercent(unchanged, locale, 1) })}</span>
      }
    >
      <DataTable
        columns={columns}
        rows={rows.slice(0, SHOWN)}
        rowKey={(row) => row.fact}
        caption={t('featureDrift')}
        empty={<EmptyState title={t('noDrift')}>{t('noDriftText')}</EmptyState>}
        locale={locale}
      />
    </Panel>
  );
}

/** Facts that no longer mean what they meant: their terms miss on newer outcomes. */
export function ConceptPanel({ concepts, factName, nameOf }: ConceptProps) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  const rows = [...concepts]
    .sort((a, b) => Number(b.alarm) - Number(a.alarm) || Math.abs(b.z) - Math.abs(a.z))
    .slice(0, SHOWN);
  const columns: Column<Concept>[] = [
    {
      id: 'fact',
      header: t('fact'),
      card: 'title',
      cell: ({ fact }) => <span title={fact}>{factName(fact)}</span>,
    },
    {
      id: 'products',
      header: t('products'),
      card: 'wide',
      cell: ({ products }) => <span className="dim">{products.map(nameOf).join(', ')}</span>,
    },
    { id: 'z', header: t('z'), width: '150px', align: 'right', cell: ({ z }) => formatDecimal(z, locale, 1) },
    { id: 'cutOff', header: t('cutOff'), width: '130px', cell: (row) => formatDate(row.cutOff, locale) },
    {
      id: 'alarm',
      header: t('verdict'),
      width: '120px',
      card: 'end',
      cell: ({ alarm }) =>
        alarm ? <Tag tone="danger">{t('changed')}</Tag> : <span className="muted">{t('steady')}</span>,
    },
  ];
  return (
    <Panel title={t('conceptDrift')} note={t('conceptDriftNote')}>
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.fact} ${row.cutOff}`}
        caption={t('conceptDrift')}
        empty={<EmptyState title={t('noConcepts')}>{t('noConceptsText')}</EmptyState>}
        locale={locale}
      />
    </Panel>
  );
}

type FeatureDriftProps = {
  features: Feature[];
  /** Share of accounts whose facts are all in the bins of the release before; null = cannot be compared. */
  unchanged: number | null;
  factName: (id: string) => string;
};
type ConceptProps = {
  concepts: Concept[];
  factName: (id: string) => string;
  nameOf: (product: string) => string;
};
