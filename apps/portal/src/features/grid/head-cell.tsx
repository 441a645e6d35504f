'use client';
import { type AccountQuery, type GridColumn, inLocale } from '@ascent/schemas';
import { Tooltip } from '@ascent/ui';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type PointerEvent, useRef } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import type { ColumnLook } from './column-look';
import { clampWidth, type GridLayout, gridHref } from './grid-href';
import { sortedBy, sortHref } from './sorting';

/** A click sorts, one with Shift adds to the sort; the edge is drawn to resize. The meaning shows on focus and hover. */
export function HeadCell({ column, look, query, layout, pin }: HeadCellProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const router = useRouter();
  const cell = useRef<HTMLTableCellElement>(null);
  const sorted = sortedBy(query, column.id);
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  const meaning = inLocale(column.meaning, locale);
  const canSort = column.group !== 'agreement';
  const header = canSort ? (
    <AppLink
      className="sort"
      href={sortHref(query, layout, column, false)}
      onClick={(event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        router.push(sortHref(query, layout, column, true));
      }}
    >
      <span className="ell">{look.header}</span>
      <Arrow aria-hidden />
      {sorted && query.sort.length > 1 && <sup>{sorted.rank}</sup>}
    </AppLink>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the meaning opens on focus as well as hover
    <span className="ell" tabIndex={0}>
      {look.header}
    </span>
  );
  return (
    <th
      ref={cell}
      scope="col"
      className={look.align === 'right' ? 'num' : look.align === 'center' ? 'mid' : undefined}
      aria-sort={canSort ? (sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none') : undefined}
      data-pin={pin}
    >
      <Tooltip trigger={header}>{meaning === look.header ? inLocale(column.title, locale) : meaning}</Tooltip>
      <span
        className="grip"
        aria-hidden="true"
        title={t('resize')}
        onPointerDown={(event) =>
          drag(event, cell.current, (width) =>
            router.replace(
              gridHref(query, { ...layout, widths: { ...layout.widths, [column.id]: clampWidth(width) } }),
            ),
          )
        }
      />
    </th>
  );
}

/** The column follows the pointer; the address keeps where it was let go. */
function drag(event: PointerEvent, cell: HTMLElement | null, done: (width: number) => void): void {
  if (!cell) return;
  event.preventDefault();
  const start = { x: event.clientX, width: cell.getBoundingClientRect().width };
  const index = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  const col = cell.closest('table')?.querySelectorAll('col')[index];
  const widthAt = (x: number) => clampWidth(start.width + x - start.x);
  const onMove = (moved: globalThis.PointerEvent) =>
    col?.setAttribute('width', String(widthAt(moved.clientX)));
  const onUp = (up: globalThis.PointerEvent) => {
    window.removeEventListener('pointermove', onMove);
    done(widthAt(up.clientX));
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp, { once: true });
}

type HeadCellProps = {
  column: GridColumn;
  look: ColumnLook;
  query: AccountQuery;
  layout: GridLayout;
  pin?: number;
};
