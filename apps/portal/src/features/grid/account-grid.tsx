'use client';
import type { AccountLine, AccountPage } from '@ascent/api';
import type { AccountQuery } from '@ascent/schemas';
import { Check } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useKeys } from '@/client/use-keys';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { columnLook } from './column-look';
import { GridCellContent } from './grid-cell';
import { useGridFields } from './grid-fields';
import { GridFooter } from './grid-footer';
import { type GridLayout, gridHref } from './grid-href';
import { HeadCell } from './head-cell';
import { usePins } from './use-pins';
import { useSelection } from './use-selection';

/** Header and foot stay, the rows scroll. What is selected stays selected while pages turn. */
export function AccountGrid({ query, layout, found, hasPrevious, empty }: AccountGridProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState(-1);
  const selection = useSelection(query, found);
  usePins(table, layout);
  const { columns: all } = useGridFields();
  const columns = found.columns.flatMap((id) => all.find((column) => column.id === id) ?? []);
  // The fields came with an earlier release, or before the reader's rights grew.
  const isBehind = columns.length < found.columns.length;
  useEffect(() => {
    if (isBehind) router.refresh();
  }, [isBehind, router]);
  const naming = { product: found.product, locale, was: t('was'), potential: t('potential') };
  const looks = columns.map((column) => columnLook(column, naming));
  const from = (found.page - 1) * found.pageSize + 1;
  const open = (row: AccountLine) => `/accounts/${row.accountId}?product=${found.product}`;
  const move = (step: number) =>
    setCurrent((at) => Math.max(0, Math.min(found.rows.length - 1, at < 0 ? 0 : at + step)));
  useEffect(() => {
    if (current >= 0)
      table.current?.querySelectorAll('tbody tr')[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const here = found.rows[current];
  const turn = (page: number) => router.push(gridHref({ ...query, page }, layout));
  useKeys({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    Enter: () => here && router.push(open(here)),
    x: () => here && selection.toggle(here.accountId),
    'shift+X': () => here && selection.range(current),
    'ctrl+a': () => selection.all(),
    Escape: () => (selection.count > 0 ? selection.clear() : setCurrent(-1)),
    ']': () => from + found.pageSize <= found.total && turn(found.page + 1),
    '[': () => found.page > 1 && turn(found.page - 1),
  });
  return (
    <>
      <div className="gridwrap">
        <table
          ref={table}
          className="tb stick grid-edge cards-narrow dense"
          aria-rowcount={found.total + 1}
          data-pinned={layout.pinned || undefined}
        >
          <caption className="sr">{t('caption')}</caption>
          <colgroup>
            <col width={48} />
            {columns.map((column, index) => (
              <col key={column.id} width={layout.widths[column.id] ?? looks[index]!.width} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" data-pin={layout.pinned ? 0 : undefined}>
                <Check
                  label={t('selectPage')}
                  hideLabel
                  checked={selection.pageIs === 'all'}
                  mixed={selection.pageIs === 'some'}
                  onChange={() => selection.togglePage()}
                />
              </th>
              {columns.map((column, index) => (
                <HeadCell
                  key={column.id}
                  column={column}
                  look={looks[index]!}
                  query={query}
                  layout={layout}
                  pin={index < layout.pinned ? index + 1 : undefined}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row, index) => (
              <tr
                key={row.accountId}
                className={selection.has(row.accountId) ? 'sel' : index === current ? 'cur' : undefined}
                aria-selected={selection.has(row.accountId)}
                aria-rowindex={from + index + 1}
              >
                <td data-card="mark" data-pin={layout.pinned ? 0 : undefined}>
                  <Check
                    label={t('selectRow', { name: row.name })}
                    hideLabel
                    checked={selection.has(row.accountId)}
                    onChange={(event) =>
                      (event.nativeEvent as MouseEvent).shiftKey
                        ? selection.range(index)
                        : selection.toggle(row.accountId, index)
                    }
                  />
                </td>
                {columns.map((column, at) => (
                  <td
                    key={column.id}
                    className={alignClass(looks[at]!.align)}
                    data-label={looks[at]!.header}
                    data-card={looks[at]!.card}
                    data-pin={at < layout.pinned ? at + 1 : undefined}
                  >
                    {column.id === 'AccountName' ? (
                      <NameCell row={row} href={open(row)} />
                    ) : column.id.endsWith('WasCode') && !hasPrevious ? (
                      <span className="muted">–</span>
                    ) : (
                      <GridCellContent column={column} row={row} locale={locale} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {found.rows.length === 0 && (
              <tr className="none">
                <td colSpan={columns.length + 1}>{empty}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <GridFooter query={query} layout={layout} found={found} selection={selection} />
    </>
  );
}

function NameCell({ row, href }: { row: AccountLine; href: string }) {
  return (
    <AppLink href={href} title={row.name} data-testid="account-row" data-account-id={row.accountId}>
      <b className="b">{row.name}</b> <span className="muted xs">{row.domain}</span>
    </AppLink>
  );
}

function alignClass(align: 'left' | 'right' | 'center'): string | undefined {
  if (align === 'right') return 'num';
  return align === 'center' ? 'mid' : undefined;
}

type AccountGridProps = {
  query: AccountQuery;
  layout: GridLayout;
  found: AccountPage;
  hasPrevious: boolean;
  empty: ReactNode;
};
