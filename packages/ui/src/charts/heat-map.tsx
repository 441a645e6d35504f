import type { Locale } from '@ascent/schemas';
import { formatPoints } from '../format/score';
import { ScrollX } from '../table/scroll-x';

/** What two facts add together: a table whose cells are tinted, so that it is its own alternative. */
export function HeatMap({ name, rows, columns, points, locale }: HeatMapProps) {
  const strongest = Math.max(1, ...points.map(Math.abs));
  return (
    <ScrollX label={name}>
      <table className="heat" aria-label={name}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column, index) => {
                const value = points[at * columns.length + index] ?? 0;
                return (
                  <td key={column} className={toneOf(value)} data-heat={shareOf(value, strongest)}>
                    {formatPoints(value, locale)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function toneOf(value: number): string {
  return value === 0 ? 'same' : value > 0 ? 'up' : 'down';
}

/** How strong the tint is, 0 to 10; text stays readable on the strongest. */
function shareOf(value: number, strongest: number) {
  return Math.round((10 * Math.abs(value)) / strongest);
}

export type HeatMapProps = {
  name: string;
  rows: string[];
  columns: string[];
  /** Row by row, deci-points. */
  points: number[];
  locale: Locale;
};
