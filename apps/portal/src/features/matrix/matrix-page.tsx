import type { Actor, ReaderRelease, ScoreMatrix } from '@ascent/api';
import { CLUSTERS, gridColumns, inLocale, type SegmentCode } from '@ascent/schemas';
import {
  Columns,
  formatCount,
  formatInteger,
  formatMoneyRange,
  formatMonth,
  Matrix,
  type MatrixCell,
  MatrixTable,
  Page,
  PageHeader,
  SegmentedLinks,
  StepsGlyph,
  TextLink,
  uiWords,
} from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { appliedFilters } from '../grid/applied-filters';
import { FilterChips } from '../grid/filter-chips';
import { gridHref } from '../grid/grid-href';
import { readGridQuery } from '../grid/grid-query';
import { knownQuery } from '../grid/known-query';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { DrillPanel } from './drill-panel';
import { FlowTable } from './flow-table';
import { matrixHref, readPicked, readShow, SHOWS } from './matrix-query';
import { SizeCards } from './size-cards';

const NO_LAYOUT = { widths: {}, pinned: 0, view: null };

export async function MatrixPage({ release, actor, params }: MatrixPageProps) {
  const t = await getTranslations('matrix');
  const nav = await getTranslations('nav');
  const locale = await appLocale();
  const words = uiWords(locale);
  const { catalogue } = release;
  const { query } = knownQuery(readGridQuery(params), catalogue, actor.seesSensitive);
  const [show, picked] = [readShow(params), readPicked(params)];
  const view = { query, show, picked };
  const calls = await caller();
  const matrix = await calls.account.matrix(query);
  const product = catalogue.products.find((each) => each.id === matrix.product)!;
  const name = inLocale(product.words, locale);
  const previous = release.previousId && formatMonth(release.previousId.slice(0, 7), locale);
  const cells = matrix.cells.map((cell): MatrixCell => {
    const isPicked = picked?.fit === cell.fit && picked.intent === cell.intent;
    const next = isPicked ? null : { fit: cell.fit, intent: cell.intent };
    return {
      ...{ fit: cell.fit, intent: cell.intent, code: cell.code as SegmentCode, count: cell.n },
      ...(cell.revenue
        ? {
            revenue: `${formatMoneyRange(cell.revenue.low, cell.revenue.high, locale)}${cell.revenue.open ? '+' : ''}`,
          }
        : {}),
      ...(cell.was === null ? {} : { delta: cell.n - cell.was }),
      href: matrixHref({ ...view, picked: next }),
      current: isPicked,
    };
  });
  const columns = gridColumns(catalogue, actor.seesSensitive);
  const filters = appliedFilters(query, { catalogue, columns, locale, layout: NO_LAYOUT }).map((filter) => ({
    ...filter,
    removeHref: matrixHref({ ...view, query: filter.without }),
  }));
  const drill =
    picked && matrix.cells.find((cell) => cell.fit === picked.fit && cell.intent === picked.intent);
  const main = (
    <div className="flex min-w-0 flex-col gap-4">
      {show === 'counts' && <Matrix cells={cells} cuts={product.levelCuts} locale={locale} Link={AppLink} />}
      {show === 'table' && (
        <MatrixTable
          cells={cells}
          revenueLabel={actor.seesSensitive ? t('potential') : undefined}
          locale={locale}
        />
      )}
      {show === 'change' && <FlowTable matrix={matrix} catalogue={catalogue} query={query} />}
      <Advice />
      <p className="hint">
        {noteOf(t, matrix, actor.seesSensitive, (value) => formatInteger(value, locale))}
      </p>
    </div>
  );
  return (
    <>
      <PageTop crumbs={[{ label: nav('matrix') }]} release={release} />
      <Page>
        <PageHeader title={t('title', { product: name })}>
          <span>
            {t('scored', { accounts: formatCount(matrix.scored, words.account, locale) })}
            {matrix.notScored > 0 && (
              <>
                {', '}
                <TextLink
                  href={gridHref({
                    ...query,
                    where: [{ column: `${product.id}Cluster`, op: 'unknown', values: [] }],
                  })}
                  Link={AppLink}
                >
                  {t('notScored', { count: formatInteger(matrix.notScored, locale) })}
                </TextLink>
              </>
            )}
            {'. '}
            {t('rule')}
          </span>
        </PageHeader>
        <div className="row mb-4 flex-wrap">
          <SegmentedLinks
            label={t('products')}
            items={catalogue.products.map(({ id, words: own }) => ({
              href: matrixHref({ ...view, query: { ...query, product: id } }),
              label: inLocale(own, locale),
              current: id === product.id,
            }))}
            Link={AppLink}
          />
          <span className="push" />
          <SegmentedLinks
            label={t('show')}
            items={SHOWS.filter((each) => each !== 'change' || matrix.hasPrevious).map((each) => ({
              href: matrixHref({ ...view, show: each }),
              label: each === 'change' ? t('shows.change', { period: previous ?? '' }) : t(`shows.${each}`),
              current: each === show,
            }))}
            Link={AppLink}
          />
        </div>
        {filters.length > 0 && (
          <FilterChips filters={filters} clearHref={matrixHref({ ...view, query: { ...query, ...CLEAR } })} />
        )}
        <SizeCards matrix={matrix} view={view} />
        {drill ? (
          <Columns layout="side-end" sideWidth={384}>
            {main}
            <DrillPanel cell={drill} query={query} closeHref={matrixHref({ ...view, picked: null })} />
          </Columns>
        ) : (
          main
        )}
      </Page>
    </>
  );
}

const CLEAR = {
  ...{ clusters: [], codes: [], fit: [], intent: [], sizes: [], countries: [], industries: [] },
  ...{ topics: [], accounts: [], where: [], search: '', cohort: undefined, signalSince: undefined },
};

async function Advice() {
  const words = uiWords(await appLocale());
  return (
    <ul className="advice">
      {CLUSTERS.map((cluster) => (
        <li key={cluster}>
          <b className="row nowrap">
            <StepsGlyph cluster={cluster} /> {words.clusters[cluster]}
          </b>
          <span className="muted">{words.clusterAdvice[cluster]}</span>
        </li>
      ))}
    </ul>
  );
}

type Words = (key: string, values?: Record<string, string>) => string;

function noteOf(t: Words, matrix: ScoreMatrix, withRevenue: boolean, count: (n: number) => string): string {
  const none = matrix.cells.reduce((sum, cell) => sum + (cell.revenue?.none ?? 0), 0);
  const parts = [t('lineNote')];
  if (withRevenue) parts.push(t('revenueNote', { none: count(none) }));
  if (matrix.withoutCode > 0) parts.push(t('withoutCode', { count: count(matrix.withoutCode) }));
  return parts.join(' ');
}

type MatrixPageProps = { release: ReaderRelease; actor: Actor; params: URLSearchParams };
