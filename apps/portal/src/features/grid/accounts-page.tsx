import type { Actor, ReaderRelease } from '@ascent/api';
import { gridColumns, inLocale } from '@ascent/schemas';
import { Note } from '@ascent/ui';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { reportHref } from '../report/report-request';
import { REPORTS, reportName } from '../report/report-words';
import { PageTop } from '../shell/page-top';
import { AccountGrid } from './account-grid';
import { AddFilter } from './add-filter';
import { appliedFilters } from './applied-filters';
import { ColumnPicker } from './column-picker';
import { CopyLink } from './copy-link';
import { ExportMenu } from './export-menu';
import { FilterChips } from './filter-chips';
import { findCulprit } from './find-culprit';
import { filterParams, gridHref, gridParams, viewHref } from './grid-href';
import { readGridQuery, readLayout } from './grid-query';
import { knownQuery } from './known-query';
import { MatrixFilter } from './matrix-filter';
import { NoMatch } from './no-match';
import { ParamSelect } from './param-select';
import { SearchBox } from './search-box';
import { ViewsBar } from './views-bar';

export async function AccountsPage({ release, actor, params }: AccountsPageProps) {
  const nav = await getTranslations('nav');
  const t = await getTranslations('accounts');
  const locale = await appLocale();
  const { catalogue } = release;
  const calls = await caller();
  const views = await calls.view.list();
  if (params.size === 0) openDefault(views);
  const { query, lost } = knownQuery(readGridQuery(params), catalogue, actor.seesSensitive);
  const layout = readLayout(params);
  const all = gridColumns(catalogue, actor.seesSensitive);
  const found = await calls.account.list(query);
  const filters = appliedFilters(query, { catalogue, columns: all, locale, layout });
  const clear = { product: query.product, sort: query.sort, columns: query.columns };
  const clearHref = gridHref(clear, layout);
  const culprit = found.total === 0 ? await findCulprit(calls, filters) : null;
  const files = REPORTS.map((report) => ({
    id: report,
    label: reportName(report, locale),
    href: reportHref(report, filterParams(query)),
  }));
  const missing = lost + found.hidden;
  return (
    <>
      <PageTop crumbs={[{ label: nav('accounts') }]} release={release} heading>
        <ExportMenu viewHref={`/api/view?${gridParams(query)}`} reports={files} />
      </PageTop>
      <ViewsBar views={views} query={query} layout={layout} />
      <FilterChips filters={filters} clearHref={clearHref}>
        <AddFilter />
        <SearchBox label={t('search')} value={query.search} />
        <span className="push" />
        <ParamSelect
          param="product"
          label={t('scoresFor')}
          value={query.product ?? ''}
          options={catalogue.products.map(({ id, words }) => ({ value: id, label: inLocale(words, locale) }))}
        />
        <MatrixFilter query={query} />
        <ColumnPicker product={found.product} shown={found.columns} layout={layout} />
        <CopyLink />
      </FilterChips>
      {found.similar && found.total > 0 && <Note tone="info">{t('similar', { text: query.search })}</Note>}
      {missing > 0 && <Note tone="warn">{t('notInRole', { count: missing })}</Note>}
      <AccountGrid
        query={query}
        layout={layout}
        found={found}
        hasPrevious={release.previousId !== null}
        empty={<NoMatch filters={filters} culprit={culprit} clearHref={clearHref} />}
      />
    </>
  );
}

type Views = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['view']['list']>>;

/** An address without anything in it leads to the reader's default view, else the team's: what changes it is an address, too. */
function openDefault(views: Views): void {
  const first =
    views.find((view) => view.isDefault && view.audience === 'private') ??
    views.find((view) => view.isDefault);
  if (first) redirect(viewHref(first));
}

type AccountsPageProps = { release: ReaderRelease; actor: Actor; params: URLSearchParams };
