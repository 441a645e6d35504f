import type { Locale } from '@ascent/schemas';
import { formatMonth, formatPeriod } from '../format/date';
import { Anchor, type LinkComponent } from '../link';
import { ScrollX } from '../table/scroll-x';

const [TALL, LOW] = [96, 30];

/**
 * What falls into which month: a tall row for all, a low one for each part, so that parts need no colours to be told
 * apart. A month's name leads to what is in it.
 */
export function MonthBars({ name, months, rows, corner, locale, Link = Anchor }: MonthBarsProps) {
  const [all, ...parts] = rows;
  const most = Math.max(1, ...parts.flatMap((row) => row.cells.map((cell) => cell.value)));
  return (
    <ScrollX label={name}>
      <table className="monthbars" aria-label={name}>
        <colgroup>
          <col width={148} />
          {months.map((month) => (
            <col key={month.id} width={36} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{corner}</span>
            </th>
            {months.map(({ id, href, current }, at) => (
              <th key={id} scope="col" className={current ? 'on' : undefined}>
                <Link
                  href={href}
                  aria-current={current ? 'true' : undefined}
                  title={formatPeriod(id, locale)}
                >
                  {formatMonth(id, locale).slice(0, 3)}
                  <small>{at === 0 || id.endsWith('-01') ? id.slice(0, 4) : ''}</small>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all && (
            <BarRow
              row={all}
              months={months}
              most={Math.max(1, ...all.cells.map((cell) => cell.value))}
              height={TALL}
            />
          )}
          {parts.map((row) => (
            <BarRow key={row.id} row={row} months={months} most={most} height={LOW} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function BarRow({ row, months, most, height }: BarRowProps) {
  return (
    <tr className={height === TALL ? 'all' : undefined}>
      <th scope="row" title={row.label}>
        {row.label}
      </th>
      {row.cells.map((cell, at) => {
        const tall = cell.value > 0 ? Math.max(1, (cell.value / most) * height) : 0;
        return (
          <td key={months[at]!.id} className={months[at]!.current ? 'on' : undefined} title={cell.said}>
            <span className="sr">{cell.said}</span>
            <svg
              viewBox={`0 0 10 ${height}`}
              width="100%"
              height={height}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect x={1} width={8} y={height - tall} height={tall} />
            </svg>
          </td>
        );
      })}
    </tr>
  );
}

/** The same as numbers: a line for each month, a column for each part. */
export function MonthTable({ name, months, rows, corner, locale, Link = Anchor }: MonthBarsProps) {
  return (
    <ScrollX label={name}>
      <table className="tb free" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {rows.map((row) => (
              <th key={row.id} scope="col" className="num">
                {row.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ id, href, current }, at) => (
            <tr key={id} className={current ? 'sel' : undefined}>
              <th scope="row">
                <Link className="link" href={href} aria-current={current ? 'true' : undefined}>
                  {formatPeriod(id, locale)}
                </Link>
              </th>
              {rows.map((row) => (
                <td key={row.id} className="num">
                  {row.cells[at]!.value === 0 ? <span className="muted">·</span> : row.cells[at]!.said}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

type BarRowProps = { row: MonthRow; months: MonthHead[]; most: number; height: number };
/** `id` is the month: 2027-01. */
export type MonthHead = { id: string; href: string; current?: boolean };
/** A cell for each month, in their order; `said` is its value in words. */
export type MonthRow = { id: string; label: string; cells: { value: number; said: string }[] };
export type MonthBarsProps = {
  name: string;
  months: MonthHead[];
  /** All of them first, then the parts. */
  rows: MonthRow[];
  /** What stands above the first column. */
  corner: string;
  locale: Locale;
  Link?: LinkComponent;
};
