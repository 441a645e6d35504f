import type { Locale } from '@ascent/schemas';
import { scale, ticksTo } from '../domain/scale';
import { formatDecimal } from '../format/number';
import { uiWords } from '../words/words';

const [WIDTH, HEIGHT, LEFT, BASE] = [320, 236, 36, 200];

/** How often each tenth of a score buys over how often all do; the dashed line is buying at random. */
export function LiftBars({ name, lifts, locale }: LiftBarsProps) {
  const ticks = ticksTo(Math.max(1, ...lifts), 4);
  const y = scale(0, ticks.at(-1)!, [BASE, 14]).at;
  const x = scale(0, Math.max(1, lifts.length), [LEFT, WIDTH - 6]).at;
  const gap = 4;
  return (
    <svg className="plot-xy" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{name}</title>
      <desc>{lifts.map((lift, at) => `${at + 1}: ${times(lift, locale)}`).join('; ')}</desc>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={WIDTH - 6} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {`${formatDecimal(tick, locale, Number.isInteger(tick) ? 0 : 1)}×`}
          </text>
        </g>
      ))}
      {lifts.map((lift, at) => (
        <g key={at}>
          <rect
            className="liftbar"
            x={x(at) + gap / 2}
            width={x(at + 1) - x(at) - gap}
            y={y(lift)}
            height={BASE - y(lift)}
          />
          <text className="on" x={(x(at) + x(at + 1)) / 2} y={y(lift) - 4} textAnchor="middle">
            {formatDecimal(lift, locale, 1)}
          </text>
          <text x={(x(at) + x(at + 1)) / 2} y={BASE + 16} textAnchor="middle">
            {at + 1}
          </text>
        </g>
      ))}
      <line className="ideal" x1={LEFT} x2={WIDTH - 6} y1={y(1)} y2={y(1)} />
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 5} textAnchor="middle">
        {uiWords(locale).tenth}
      </text>
    </svg>
  );
}

export function LiftTable({ name, lifts, locale }: LiftBarsProps) {
  const words = uiWords(locale);
  return (
    <table className="tb free" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{words.tenth}</th>
          <th scope="col" className="num">
            {words.lift}
          </th>
        </tr>
      </thead>
      <tbody>
        {lifts.map((lift, at) => (
          <tr key={at}>
            <td>{at + 1}</td>
            <td className="num">{times(lift, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function times(lift: number, locale: Locale): string {
  return `${formatDecimal(lift, locale, 2)}×`;
}

export type LiftBarsProps = { name: string /** Best tenth first. */; lifts: number[]; locale: Locale };
