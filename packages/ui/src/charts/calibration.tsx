import type { Locale } from '@ascent/schemas';
import { scale, ticksTo } from '../domain/scale';
import { formatInteger, formatPercent } from '../format/number';
import { uiWords } from '../words/words';

const [WIDTH, HEIGHT, LEFT, BASE] = [320, 236, 44, 200];

/** What was said against what was seen: on the dashed line both are the same. */
export function Calibration({ name, bins, locale }: CalibrationProps) {
  const ticks = ticksTo(Math.max(...bins.flatMap(({ probability, rate }) => [probability, rate]), 0.01), 4);
  const most = ticks.at(-1)!;
  const x = scale(0, most, [LEFT, WIDTH - 22]).at;
  const y = scale(0, most, [BASE, 10]).at;
  const digits = most <= 0.1 ? 1 : 0;
  const said = bins
    .map(
      ({ probability, rate }) =>
        `${formatPercent(probability, locale, 1)}: ${formatPercent(rate, locale, 1)}`,
    )
    .join('; ');
  const { said: saidWord, seen } = uiWords(locale);
  return (
    <svg className="plot-xy" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{name}</title>
      <desc>{`${saidWord}: ${seen}. ${said}`}</desc>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={WIDTH - 22} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {formatPercent(tick, locale, digits)}
          </text>
          <text x={x(tick)} y={BASE + 16} textAnchor="middle">
            {formatPercent(tick, locale, digits)}
          </text>
        </g>
      ))}
      <line className="ideal" x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} />
      <polyline
        className="line"
        points={bins.map(({ probability, rate }) => `${x(probability)},${y(rate)}`).join(' ')}
      />
      {bins.map(({ probability, rate, rows }) => (
        <circle key={`${probability} ${rate} ${rows}`} cx={x(probability)} cy={y(rate)} r={3.5} />
      ))}
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 5} textAnchor="middle">
        {saidWord}
      </text>
    </svg>
  );
}

export function CalibrationTable({ name, bins, locale }: CalibrationProps) {
  const words = uiWords(locale);
  return (
    <table className="tb free" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{words.said}</th>
          <th scope="col" className="num">
            {words.seen}
          </th>
          <th scope="col" className="num">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ probability, rate, rows }) => (
          <tr key={`${probability} ${rate} ${rows}`}>
            <td>{formatPercent(probability, locale, 1)}</td>
            <td className="num">{formatPercent(rate, locale, 1)}</td>
            <td className="num">{formatInteger(rows, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export type CalibrationProps = {
  name: string;
  bins: { probability: number; rate: number; rows: number }[];
  locale: Locale;
};
