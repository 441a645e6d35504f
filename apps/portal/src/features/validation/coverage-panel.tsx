import type { ReleaseReview } from '@ascent/api';
import { countryName } from '@ascent/schemas';
import { type Column, Columns, DataTable, EmptyState, formatInteger, Panel, ShareBar } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { sizeWord } from '../account/size-word';

type Row = NonNullable<ReleaseReview['validation']>['coverage'][number];
/** Of industries and countries the largest. */
const SHOWN = 12;

/** Of how many accounts anything was collected, by what they are. */
export function CoveragePanel({ coverage }: { coverage: Row[] }) {
  return (
    <Columns layout="three">
      {(['size', 'industry', 'country'] as const).map((by) => (
        <By key={by} by={by} rows={coverage.filter((row) => row.by === by)} />
      ))}
    </Columns>
  );
}

function By({ by, rows }: { by: Row['by']; rows: Row[] }) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  const columns: Column<Row>[] = [
    {
      id: 'value',
      header: t(`coverageBy.${by}`),
      card: 'title',
      cell: ({ value }) =>
        by === 'size' ? (
          sizeWord(value, locale)
        ) : (
          <span title={value}>
            {(by === 'country' ? countryName(value, locale) : value) || (
              <span className="ns">{t('unknown')}</span>
            )}
          </span>
        ),
    },
    {
      id: 'accounts',
      header: t('accounts'),
      width: '84px',
      align: 'right',
      cell: (row) => formatInteger(row.accounts, locale),
    },
    {
      id: 'observed',
      header: t('observed'),
      width: '150px',
      card: 'wide',
      cell: ({ accounts, observed }) => (
        <ShareBar share={accounts > 0 ? observed / accounts : 0} most={1} digits={0} locale={locale} />
      ),
    },
  ];
  return (
    <Panel title={t(`coverage.${by}`)}>
      <DataTable
        columns={columns}
        rows={[...rows].sort((a, b) => b.accounts - a.accounts).slice(0, SHOWN)}
        rowKey={(row) => row.value}
        caption={t(`coverage.${by}`)}
        empty={<EmptyState title={t('noCoverage')} />}
        locale={locale}
      />
    </Panel>
  );
}
