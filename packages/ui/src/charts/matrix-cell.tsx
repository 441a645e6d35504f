import type { Locale } from '@ascent/schemas';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { CLUSTER_KEY } from '../domain/cluster';
import { cellName, type MatrixCell, type MatrixRow } from '../domain/matrix';
import { placed } from '../domain/placed';
import { formatInteger } from '../format/number';
import { Anchor, type LinkComponent } from '../link';
import { Delta } from '../marks/delta';
import { StepsGlyph } from '../marks/steps-glyph';
import { uiWords } from '../words/words';

/** A code that has one cell. */
export function MatrixCode({ cell, index, largest, row, locale, Link }: CellProps) {
  return (
    <td>
      <Target
        cell={cell}
        className={`cell i-${CLUSTER_KEY[row.cluster]} mix-${index}`}
        locale={locale}
        Link={Link}
      >
        <span className="t">
          <StepsGlyph cluster={row.cluster} />
          {cell.code}
          {cell.delta !== undefined && <Delta value={cell.delta} locale={locale} />}
        </span>
        <span className="n">{formatInteger(cell.count, locale)}</span>
        {cell.revenue && <span className="r">{cell.revenue}</span>}
        <Share cell={cell} largest={largest} />
      </Target>
    </td>
  );
}

/** A fourth of a code that has the whole row; its name stands in the first one. */
export function MatrixBand({ cell, index, largest, row, locale, Link }: CellProps) {
  const ends = classNames(index === 0 && 'first', index === row.cells.length - 1 && 'last');
  return (
    <td className={`band i-${CLUSTER_KEY[row.cluster]} ${ends}`}>
      {index === 0 && (
        <span className="band-t" aria-hidden="true">
          <StepsGlyph cluster={row.cluster} />
          <b>{cell.code}</b>
          <b className="n2">{formatInteger(row.total, locale)}</b>
        </span>
      )}
      {index === row.cells.length - 1 && (
        <span className="band-t end" aria-hidden="true">
          {uiWords(locale).oneCode}
        </span>
      )}
      <Target cell={cell} className="part" locale={locale} Link={Link}>
        <span className="n">{formatInteger(cell.count, locale)}</span>
        {cell.revenue && <span className="r">{cell.revenue}</span>}
        <Share cell={cell} largest={largest} />
      </Target>
    </td>
  );
}

function Target({ cell, className, locale, Link = Anchor, children }: TargetProps) {
  const inside = (
    <>
      <span className="sr">{cellName(cell, locale)}</span>
      <span aria-hidden="true" className="contents">
        {children}
      </span>
    </>
  );
  if (!cell.href) {
    return <div className={className}>{inside}</div>;
  }
  return (
    <Link href={cell.href} className={className} aria-current={cell.current ? 'true' : undefined}>
      {inside}
    </Link>
  );
}

/** The line is the share of the largest cell. */
function Share({ cell, largest }: { cell: MatrixCell; largest: number }) {
  return (
    <span className="share">
      <i {...placed({ width: (cell.count / largest) * 100 })} />
    </span>
  );
}

type CellProps = {
  cell: MatrixCell;
  index: number;
  largest: number;
  row: MatrixRow;
  locale: Locale;
  Link?: LinkComponent;
};

type TargetProps = {
  cell: MatrixCell;
  className: string;
  locale: Locale;
  Link?: LinkComponent;
  children: ReactNode;
};
