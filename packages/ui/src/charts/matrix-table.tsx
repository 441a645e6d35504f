import type { Locale } from '@ascent/schemas';
import { clusterOfCode } from '../domain/cluster';
import type { MatrixCell } from '../domain/matrix';
import { formatInteger } from '../format/number';
import { formatSigned } from '../format/score';
import { ScrollX } from '../table/scroll-x';
import { uiWords } from '../words/words';

/** The matrix as a list of its cells, for its Table switch. */
export function MatrixTable({ cells, revenueLabel, locale }: MatrixTableProps) {
  const words = uiWords(locale);
  const changes = cells.some((cell) => cell.delta !== undefined);
  return (
    <ScrollX label={words.matrixCaption}>
      <table className="tb free" aria-label={words.matrixCaption}>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.cluster}</th>
            <th scope="col">{words.scores.fit}</th>
            <th scope="col">{words.scores.intent}</th>
            <Head label={words.count} />
            {changes && <Head label={words.change} />}
            {revenueLabel && <Head label={revenueLabel} />}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.fit}/${cell.intent}`}>
              <td className="b">{cell.code}</td>
              <td>{words.clusters[clusterOfCode(cell.code)]}</td>
              <td>{words.levels[cell.fit]}</td>
              <td>{words.levels[cell.intent]}</td>
              <td className="num">{formatInteger(cell.count, locale)}</td>
              {changes && <td className="num dim">{formatSigned(cell.delta ?? 0, locale)}</td>}
              {revenueLabel && <td className="num">{cell.revenue}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function Head({ label }: { label: string }) {
  return (
    <th scope="col" className="num">
      {label}
    </th>
  );
}

export type MatrixTableProps = {
  cells: MatrixCell[];
  /** Heading of the revenue column; without it there is no such column. */
  revenueLabel?: string;
  locale: Locale;
};
