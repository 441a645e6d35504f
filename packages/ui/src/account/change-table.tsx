import type { Locale } from '@ascent/schemas';
import { formatPoints, formatScore } from '../format/score';
import { Delta } from '../marks/delta';
import { ScrollX } from '../table/scroll-x';
import { uiWords } from '../words/words';

/** What moved a score since the release before; the changes sum up to the last line. Deci-points. */
export function ChangeTable({ label, rows, total, locale }: ChangeTableProps) {
  const words = uiWords(locale);
  return (
    <ScrollX label={label}>
      <table className="tb free changes" aria-label={label}>
        <colgroup>
          <col />
          <col width={62} />
          <col width={62} />
          <col width={76} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {[words.before, words.now, words.change].map((head) => (
              <th scope="col" className="num" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.label} {row.why && <span className="muted">{row.why}</span>}
              </td>
              <td className="num muted">{row.from === undefined ? '' : formatPoints(row.from, locale)}</td>
              <td className="num">{row.to === undefined ? '' : formatPoints(row.to, locale)}</td>
              <td className="num">
                <Delta value={row.delta} unit="deci" locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td className="num">{formatScore(total.from, locale)}</td>
            <td className="num">{formatScore(total.to, locale)}</td>
            <td className="num">
              <Delta value={total.to - total.from} unit="deci" locale={locale} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollX>
  );
}

export type ChangeRow = {
  id: string;
  label: string;
  /** What it was and is, or why it moved. */
  why?: string;
  /** Absent on a line that sums several. */
  from?: number;
  to?: number;
  delta: number;
};
export type ChangeTableProps = {
  label: string;
  rows: ChangeRow[];
  total: { from: number; to: number };
  locale: Locale;
};
