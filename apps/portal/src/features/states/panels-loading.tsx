import { Page, Panel, Skeleton, TopBar, uiWords } from '@ascent/ui';
import { useAppLocale } from '@/i18n/use-app-locale';

/** A page's frame before its panels: what it is stands there, what is in it is still read. */
export function PanelsLoading({ title, panels = 2 }: { title: string; panels?: number }) {
  const locale = useAppLocale();
  return (
    <>
      <TopBar crumbs={[{ label: title }]} heading locale={locale} />
      <Page>
        <span className="sr" role="status">
          {uiWords(locale).loading}
        </span>
        {Array.from({ length: panels }, (_, at) => (
          <PanelLoading key={`panel-${at}`} />
        ))}
      </Page>
    </>
  );
}

export function PanelLoading({ title }: { title?: string }) {
  return (
    <Panel title={title} padded>
      <div className="flex h-32 flex-col justify-around" aria-busy="true">
        <Skeleton />
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </div>
    </Panel>
  );
}
