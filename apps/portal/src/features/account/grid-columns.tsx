import type { AccountLine, AccountQuery } from '@ascent/api';
import { type Catalogue, Cluster, inLocale, type Locale } from '@ascent/schemas';
import { ClusterChip, CodeChip, type Column, formatBand, formatInteger, ScoreBar, uiWords } from '@ascent/ui';
import { AppLink } from '../shell/app-link';
import { gridHref } from './grid-query';
import { codeOf, productColumns, scoreOf } from './product-columns';

type Words = (key: string) => string;
type Sort = AccountQuery['sort'];

/** The grid's columns for one product; a band column only where the rows carry one. */
export function gridColumns({ query, catalogue, withRevenue, hasPrevious, locale, t }: GridColumnsInput) {
  const product = catalogue.products.find((each) => each.id === query.product)!;
  const words = uiWords(locale);
  const sorted = (sort: Sort, bestFirst = false) => sorting(query, sort, bestFirst);
  const columns: Column<AccountLine>[] = [
    { id: 'name', header: t('account'), card: 'title', ...sorted('name'), cell: nameCell(product.id) },
    {
      id: 'employees',
      header: t('employees'),
      align: 'right',
      width: '94px',
      ...sorted('employees', true),
      cell: (row) =>
        row.employees === null ? (
          <span className="ns">{words.unknown}</span>
        ) : (
          formatInteger(row.employees, locale)
        ),
    },
    {
      id: 'country',
      header: t('country'),
      width: '86px',
      card: 'hide',
      ...sorted('country'),
      cell: (row) => row.country || <span className="ns">{words.unknown}</span>,
    },
    {
      id: 'code',
      header: inLocale(product.words, locale),
      width: '132px',
      card: 'end',
      ...sorted('code'),
      cell: (row) => {
        const score = scoreOf(row, product.id);
        const cluster = Cluster.safeParse(score?.cluster);
        return (
          <ClusterChip
            cluster={cluster.success ? cluster.data : null}
            code={codeOf(score?.code)}
            locale={locale}
          />
        );
      },
    },
    {
      id: 'was',
      header: t('was'),
      align: 'center',
      width: '52px',
      card: 'hide',
      cell: (row) =>
        hasPrevious ? (
          <CodeChip code={codeOf(scoreOf(row, product.id)?.wasCode)} locale={locale} />
        ) : (
          <span className="muted">–</span>
        ),
    },
    {
      id: 'fit',
      header: words.scores.fit,
      width: '102px',
      ...sorted('fit', true),
      cell: (row) => <ScoreBar kind="fit" score={scoreOf(row, product.id)?.fit ?? null} locale={locale} />,
    },
    {
      id: 'intent',
      header: words.scores.intent,
      width: '102px',
      ...sorted('intent', true),
      cell: (row) => (
        <ScoreBar kind="intent" score={scoreOf(row, product.id)?.intent ?? null} locale={locale} />
      ),
    },
    ...productColumns(catalogue, product.id, locale),
  ];
  if (!withRevenue) return columns;
  return [
    ...columns,
    {
      id: 'revenue',
      header: t('potential'),
      align: 'right' as const,
      width: '128px',
      cell: (row: AccountLine) => (
        <span className={row.revenuePotential ? undefined : 'ns'}>
          {formatBand(row.revenuePotential ?? null, locale)}
        </span>
      ),
    },
  ];
}

function nameCell(product: string) {
  return (row: AccountLine) => (
    <AppLink
      href={`/accounts/${row.accountId}?product=${product}`}
      title={row.name}
      data-testid="account-row"
      data-account-id={row.accountId}
    >
      <b className="b">{row.name}</b> <span className="muted xs">{row.domain}</span>
    </AppLink>
  );
}

/** A first click sorts the useful way; another turns it round. */
function sorting(
  query: AccountQuery,
  sort: Sort,
  bestFirst: boolean,
): Pick<Column<unknown>, 'sort' | 'sortHref'> {
  const active = query.sort === sort;
  const descending = active ? !query.descending : bestFirst;
  const href = gridHref({ ...query, sort, descending, page: 1 });
  return { sort: active ? (query.descending ? 'desc' : 'asc') : undefined, sortHref: href };
}

export type GridColumnsInput = {
  query: AccountQuery;
  catalogue: Catalogue;
  withRevenue: boolean;
  hasPrevious: boolean;
  locale: Locale;
  t: Words;
};
