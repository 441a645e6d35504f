import type { ShownRelease } from '@ascent/api';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { reportHref } from '../report/report-request';
import { REPORTS, reportName } from '../report/report-words';
import { PageTop } from '../shell/page-top';
import { AccountGrid } from './account-grid';
import { appliedFilters } from './applied-filters';
import { DownloadMenu } from './download-menu';
import { FilterChips } from './filter-chips';
import { findCulprit } from './find-culprit';
import { GridFilters } from './grid-filters';
import { filterParams, gridHref, readGridQuery } from './grid-query';
import { knownQuery } from './known-query';
import { NoMatch } from './no-match';

export async function AccountsPage({ release, params }: { release: ShownRelease; params: URLSearchParams }) {
  const nav = await getTranslations('nav');
  const locale = await appLocale();
  const query = knownQuery(readGridQuery(params), release.catalogue);
  const calls = await caller();
  const [found, options] = await Promise.all([calls.account.list(query), calls.account.options()]);
  const filters = appliedFilters(query, release.catalogue, locale);
  const clearHref = gridHref({ product: query.product, sort: query.sort, descending: query.descending });
  const culprit = found.total === 0 ? await findCulprit(calls, filters) : null;
  const files = REPORTS.map((report) => ({
    id: report,
    label: reportName(report, locale),
    href: reportHref(report, filterParams(query)),
  }));
  return (
    <>
      <PageTop crumbs={[{ label: nav('accounts') }]} release={release} heading>
        <DownloadMenu items={files} />
      </PageTop>
      <GridFilters query={query} catalogue={release.catalogue} options={options} />
      <FilterChips filters={filters} clearHref={clearHref} />
      <AccountGrid
        query={query}
        found={found}
        release={release}
        empty={<NoMatch filters={filters} culprit={culprit} clearHref={clearHref} />}
      />
    </>
  );
}
