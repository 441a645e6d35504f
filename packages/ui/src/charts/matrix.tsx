import type { Level, LevelCuts, Locale, Matrix as MatrixCodes } from '@ascent/schemas';
import { levelSpan, MATRIX_LEVELS, type MatrixCell, type MatrixRow, matrixRows } from '../domain/matrix';
import { formatCount } from '../format/count';
import { formatInteger } from '../format/number';
import type { LinkComponent } from '../link';
import { ClusterChip } from '../marks/cluster-chip';
import { type ScoreKind, uiWords } from '../words/words';
import { MatrixBand, MatrixCode } from './matrix-cell';

/** A real table: fit in rows, intent in columns, ten codes, sixteen counts. */
export function Matrix({ cells, codes = TEN_CODES, cuts, caption, locale, Link }: MatrixProps) {
  const words = uiWords(locale);
  const rows = matrixRows(cells, codes);
  const largest = Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.count)));
  return (
    <table className="mx" aria-label={caption ?? words.matrixCaption}>
      <thead>
        <tr>
          <td className="rh">
            <span className="hint">{words.matrixCorner}</span>
          </td>
          {MATRIX_LEVELS.map((level) => (
            <th scope="col" key={level}>
              <LevelName kind="intent" level={level} cuts={cuts} locale={locale} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fit}>
            <RowHead row={row} cuts={cuts} locale={locale} />
            {row.cells.map((cell, index) => {
              const shared = { cell, index, largest, row, locale, Link };
              return row.band ? (
                <MatrixBand key={cell.intent} {...shared} />
              ) : (
                <MatrixCode key={cell.intent} {...shared} />
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="rh">
            {words.allFitLevels}
          </th>
          {MATRIX_LEVELS.map((level, index) => (
            <td key={level}>{formatInteger(columnSum(rows, index), locale)}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function RowHead({ row, cuts, locale }: { row: MatrixRow; cuts?: LevelCuts; locale: Locale }) {
  return (
    <th scope="row" className="rh">
      <LevelName kind="fit" level={row.fit} cuts={cuts} locale={locale} />
      <ClusterChip cluster={row.cluster} locale={locale} />
      {!row.band && <span className="all">{formatCount(row.total, uiWords(locale).account, locale)}</span>}
    </th>
  );
}

function LevelName({
  kind,
  level,
  cuts,
  locale,
}: {
  kind: ScoreKind;
  level: Level;
  cuts?: LevelCuts;
  locale: Locale;
}) {
  return (
    <>
      {uiWords(locale).levelOf[kind][level]}
      {cuts && <small>{levelSpan(level, cuts, locale)}</small>}
    </>
  );
}

function columnSum(rows: MatrixRow[], index: number): number {
  return rows.reduce((sum, row) => sum + row.cells[index]!.count, 0);
}

/** The product's own matrix; a catalogue may bring another one. */
export const TEN_CODES: MatrixCodes['codes'] = {
  High: { High: 'A1', Medium: 'A2', Low: 'A3', 'Very low': 'A4' },
  Medium: { High: 'E5', Medium: 'E6', Low: 'E7', 'Very low': 'E8' },
  Low: { High: 'N9', Medium: 'N9', Low: 'N9', 'Very low': 'N9' },
  'Very low': { High: 'ET10', Medium: 'ET10', Low: 'ET10', 'Very low': 'ET10' },
};

export type MatrixProps = {
  cells: MatrixCell[];
  codes?: MatrixCodes['codes'];
  /** Writes the scores each level holds beside its name. */
  cuts?: LevelCuts;
  caption?: string;
  locale: Locale;
  Link?: LinkComponent;
};
