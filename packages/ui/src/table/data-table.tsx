import type { Locale } from '@ascent/schemas';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Anchor, type LinkComponent } from '../link';
import { uiWords } from '../words/words';
import { SkeletonRows } from './skeleton-rows';
import { ROLE } from './table-roles';

/** Shows rows, knows nothing of where they come from. On a phone each row is a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    columns,
    rows,
    rowKey,
    rowState,
    caption,
    rowCount,
    rowStart = 1,
    loading,
    empty,
    sticky,
    edge,
    asCards = true,
    locale,
    Link,
  } = props;
  const looks = classNames('tb', sticky && 'stick', edge && 'grid-edge', asCards && 'cards-narrow');
  const isEmpty = rows.length === 0 && !loading;
  return (
    <table
      {...ROLE.table}
      className={looks}
      aria-rowcount={rowCount === undefined ? undefined : rowCount + 1}
      aria-busy={loading ? true : undefined}
    >
      <caption className="sr">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} width={column.width?.replace('px', '')} />
        ))}
      </colgroup>
      <thead {...ROLE.rowgroup}>
        <tr {...ROLE.row} aria-rowindex={rowCount === undefined ? undefined : 1}>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} locale={locale} Link={Link} />
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.rowgroup}>
        {rows.map((row, index) => (
          <tr
            {...ROLE.row}
            key={rowKey(row)}
            className={stateClass(rowState?.(row))}
            aria-selected={rowState?.(row) === 'selected' ? true : undefined}
            aria-rowindex={rowCount === undefined ? undefined : rowStart + index + 1}
          >
            {columns.map((column) => (
              <td
                {...ROLE.cell}
                key={column.id}
                className={alignClass(column.align)}
                data-label={labelOf(column)}
                data-card={column.card}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {loading && (
          <SkeletonRows columns={columns.length} rows={typeof loading === 'number' ? loading : 6} />
        )}
        {isEmpty && (
          <tr {...ROLE.row} className="none">
            <td {...ROLE.cell} colSpan={columns.length}>
              {empty ?? <p className="void">{uiWords(locale).noRows}</p>}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function HeadCell<Row>({
  column,
  locale,
  Link = Anchor,
}: {
  column: Column<Row>;
  locale: Locale;
  Link?: LinkComponent;
}) {
  const Arrow = column.sort === 'desc' ? ArrowDown : ArrowUp;
  return (
    <th {...ROLE.columnheader} scope="col" className={alignClass(column.align)} aria-sort={ariaSort(column)}>
      {column.sortHref ? (
        <Link
          className="sort"
          href={column.sortHref}
          title={uiWords(locale).sortBy(labelOf(column) ?? column.id)}
        >
          {column.header}
          <Arrow aria-hidden />
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

function ariaSort<Row>(column: Column<Row>) {
  if (!column.sort) return column.sortHref ? 'none' : undefined;
  return column.sort === 'asc' ? 'ascending' : 'descending';
}

function labelOf<Row>(column: Column<Row>): string | undefined {
  return column.label ?? (typeof column.header === 'string' ? column.header : undefined);
}

function alignClass(align: Column<unknown>['align']): string | undefined {
  if (align === 'right') return 'num';
  return align === 'center' ? 'mid' : undefined;
}

function stateClass(state: RowState | undefined): string | undefined {
  if (state === 'selected') return 'sel';
  return state === 'current' ? 'cur' : undefined;
}

export type RowState = 'selected' | 'current';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  /** The header in words, when it is not a text. */
  label?: string;
  align?: 'left' | 'right' | 'center';
  /** CSS width; the table's layout is fixed. */
  width?: string;
  /** Which way this column sorts now. */
  sort?: 'asc' | 'desc';
  /** Where a click on the header leads. */
  sortHref?: string;
  /** On a phone: title and end share the first line, wide takes a line, hide is left out. */
  card?: 'title' | 'end' | 'wide' | 'hide';
  cell: (row: Row) => ReactNode;
};

export type DataTableProps<Row> = {
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowState?: (row: Row) => RowState | undefined;
  caption: string;
  /** Of all pages, for aria-rowcount. */
  rowCount?: number;
  /** Number of the first row shown, from 1. */
  rowStart?: number;
  /** Skeleton rows after those that stay; a number says how many. */
  loading?: boolean | number;
  empty?: ReactNode;
  sticky?: boolean;
  /** Page padding at both ends, for a grid that fills the page. */
  edge?: boolean;
  asCards?: boolean;
  locale: Locale;
  Link?: LinkComponent;
};
