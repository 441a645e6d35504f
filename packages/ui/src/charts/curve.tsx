import type { Locale } from '@ascent/schemas';
import { aroundZero, scale, stepsPath } from '../domain/scale';
import { formatPoints } from '../format/score';
import { uiWords } from '../words/words';

const [WIDTH, HEIGHT, LEFT, MISSING] = [240, 92, 0, 18];

/** What a fact adds over its bins, in deci-points. The first bin is the missing, drawn apart. */
export function Curve({ name, labels, points, locale }: CurveProps) {
  const words = uiWords(locale);
  const [least, most] = aroundZero(points);
  const y = scale(least, most, [HEIGHT - 6, 6]).at;
  const [missing = 0, ...known] = points;
  const x = scale(0, known.length, [LEFT + MISSING + 8, WIDTH]).at;
  const range = words.rangeEach(formatPoints(most, locale), formatPoints(least, locale));
  return (
    <figure className="curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" preserveAspectRatio="none">
        <title>{name}</title>
        <desc>{range}</desc>
        <line className="zero" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
        <line className="apart" x1={LEFT} x2={MISSING} y1={y(missing)} y2={y(missing)} />
        <path d={stepsPath(known, x, y)} />
      </svg>
      <span className="most">{formatPoints(most, locale)}</span>
      <span className="least">{formatPoints(least, locale)}</span>
      <figcaption>
        <span>{labels[0]}</span>
        <span>{labels[1]}</span>
        <span>{labels.length > 2 ? labels.at(-1) : ''}</span>
      </figcaption>
    </figure>
  );
}

/** The same as numbers, bin by bin. */
export function CurveTable({ name, labels, points, locale }: CurveProps) {
  const words = uiWords(locale);
  return (
    <table className="tb free" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{words.value}</th>
          <th scope="col" className="num">
            {words.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {labels.map((label, bin) => (
          <tr key={label}>
            <td>{label}</td>
            <td className="num">{formatPoints(points[bin] ?? 0, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export type CurveProps = {
  name: string;
  /** One for each bin, the missing first. */
  labels: string[];
  points: number[];
  locale: Locale;
};
