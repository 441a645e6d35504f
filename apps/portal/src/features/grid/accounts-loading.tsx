import { COLUMN_TITLES, inLocale } from '@ascent/schemas';
import { DataTable, Skeleton, TopBar, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** The grid's frame before its rows. */
export function AccountsLoading() {
  const t = useTranslations('accounts');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const title = (id: string) => inLocale(COLUMN_TITLES[id]!, locale);
  const headers = [
    title('AccountName'),
    title('OrgSize'),
    title('Country'),
    words.cluster,
    words.scores.fit,
    words.scores.intent,
  ];
  return (
    <>
      <TopBar crumbs={[{ label: nav('accounts') }]} heading locale={locale} />
      <div className="filters across">
        <Skeleton width={30} />
      </div>
      <div className="gridwrap">
        <DataTable
          columns={headers.map((header) => ({ id: header, header, cell: () => null }))}
          rows={[]}
          rowKey={String}
          caption={t('caption')}
          loading={20}
          sticky
          edge
          locale={locale}
        />
      </div>
      <div className="gfoot">
        <span role="status">{words.counting}</span>
      </div>
    </>
  );
}
