import type { SavedView } from '@ascent/api';
import type { AccountQuery } from '@ascent/schemas';
import { LinkButton, Tag, ViewTabs } from '@ascent/ui';
import { RotateCcw, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../shell/app-link';
import { type GridLayout, gridParams, viewHref } from './grid-href';
import { SaveView } from './save-view';

/** Saved views as tabs. The address is the whole view; the name of one in it is only a reference. */
export function ViewsBar({ views, query, layout }: ViewsBarProps) {
  const t = useTranslations('accounts');
  const here = gridParams({ ...query, page: 1 }, { ...layout, view: null }).toString();
  const named = views.find((view) => view.id === layout.view);
  const modified = named !== undefined && sorted(named.query) !== sorted(here);
  const items = [
    // Says that it wants all, where a default view would open otherwise.
    { href: '/accounts?view=all', label: t('allAccounts'), current: !named },
    ...views.map((view) => ({
      href: viewHref(view),
      label: view.name,
      current: view === named,
      icon: view.audience === 'team' ? <Users aria-label={t('teamView')} /> : undefined,
    })),
  ];
  const end = (
    <span className="row nowrap">
      {modified && (
        <>
          <Tag tone="warn">{t('modified')}</Tag>
          <LinkButton
            size="s"
            variant="ghost"
            icon={<RotateCcw aria-hidden />}
            href={viewHref(named)}
            Link={AppLink}
          >
            {t('resetView')}
          </LinkButton>
        </>
      )}
      <SaveView view={named ?? null} query={here} modified={modified} />
    </span>
  );
  return <ViewTabs label={t('views')} items={items} end={end} Link={AppLink} />;
}

function sorted(text: string): string {
  const params = new URLSearchParams(text);
  params.delete('view');
  params.sort();
  return params.toString();
}

type ViewsBarProps = {
  views: SavedView[];
  query: AccountQuery;
  layout: GridLayout;
};
