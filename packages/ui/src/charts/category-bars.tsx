import type { Locale } from '@ascent/schemas';
import { placed } from '../domain/placed';
import { aroundZero, scale } from '../domain/scale';
import { formatPoints } from '../format/score';

/** What each category adds, strongest first: bars to both sides of nothing, with their numbers. Deci-points. */
export function CategoryBars({ name, labels, points, shown = 8, locale }: CategoryBarsProps) {
  const rows = labels
    .map((label, at) => ({ label, points: points[at] ?? 0 }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, shown);
  const x = scale(...aroundZero(rows.map((row) => row.points)), [0, 100]).at;
  return (
    <ul className="catbars" aria-label={name}>
      {rows.map((row) => (
        <li key={row.label}>
          <span className="ell" title={row.label}>
            {row.label}
          </span>
          <span className="tr" aria-hidden="true">
            <s {...placed({ left: x(0) })} />
            <i
              className={row.points < 0 ? 'i-down' : 'i-up'}
              {...placed({ left: Math.min(x(0), x(row.points)), width: Math.abs(x(row.points) - x(0)) })}
            />
          </span>
          <b>{formatPoints(row.points, locale)}</b>
        </li>
      ))}
    </ul>
  );
}

export type CategoryBarsProps = {
  name: string;
  labels: string[];
  points: number[];
  /** How many stand here; all are in the table. Eight if not said. */
  shown?: number;
  locale: Locale;
};
