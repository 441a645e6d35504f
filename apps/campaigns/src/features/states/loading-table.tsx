import { DataTable, Page, Panel, TopBar, uiWords } from '@ascent/ui';
import { useAppLocale } from '@/i18n/use-app-locale';

/** A page's frame and headers before its rows. */
export function LoadingTable({ title, headers, rows }: { title: string; headers: string[]; rows: number }) {
  const locale = useAppLocale();
  return (
    <>
      <TopBar crumbs={[{ label: title }]} heading locale={locale} />
      <Page>
        <p className="hint" role="status">
          {uiWords(locale).loading}
        </p>
        <Panel>
          <DataTable
            columns={headers.map((header) => ({ id: header, header, cell: () => null }))}
            rows={[]}
            rowKey={String}
            caption={title}
            loading={rows}
            locale={locale}
          />
        </Panel>
      </Page>
    </>
  );
}
