import type { Overview } from '@ascent/api';
import { SizeClass } from '@ascent/schemas';
import { type Column, DataTable, formatInteger, formatPercent, Panel, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { sizeWord } from '../account/size-word';
import { gridHref } from '../grid/grid-href';
import { AppLink } from '../shell/app-link';

type Row = Overview['sizes'][number];

export function SizePanel({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const locale = useAppLocale();
  const order = (row: Row) => (SizeClass.options as string[]).indexOf(row.size) + (row.size === '' ? 9 : 0);
  const rows = [...overview.sizes].sort((a, b) => order(a) - order(b));
  const columns: Column<Row>[] = [
    {
      id: 'size',
      header: t('size'),
      card: 'title',
      cell: ({ size }) => {
        const known = SizeClass.safeParse(size);
        if (!known.success) return <span className="ns">{sizeWord('', locale)}</span>;
        return (
          <TextLink href={gridHref({ sizes: [known.data] })} Link={AppLink}>
            {sizeWord(size, locale)}
          </TextLink>
        );
      },
    },
    { id: 'count', header: t('accounts'), align: 'right', cell: ({ n }) => formatInteger(n, locale) },
    {
      id: 'share',
      header: t('share'),
      align: 'right',
      cell: ({ n }) => formatPercent(overview.accounts ? n / overview.accounts : 0, locale),
    },
  ];
  return (
    <Panel title={t('sizes')} note={t('sizesNote')}>
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={(row) => row.size}
        caption={t('sizes')}
        asCards={false}
        locale={locale}
        Link={AppLink}
      />
    </Panel>
  );
}
