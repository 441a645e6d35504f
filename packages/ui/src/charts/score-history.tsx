import type { LevelCuts, Locale } from '@ascent/schemas';
import { scale } from '../domain/scale';
import { formatMonth, formatPeriod } from '../format/date';
import { formatInteger } from '../format/number';
import { formatScore } from '../format/score';
import { ScrollX } from '../table/scroll-x';
import { type ScoreKind, uiWords } from '../words/words';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE] = [720, 224, 40, 700, 12, 188];
/** More names of months than this would touch each other. */
const NAMES_MAX = 12;
const KINDS: ScoreKind[] = ['fit', 'intent'];

/** Both scores over the releases; the lines across stand at the level limits. A release without a score is a gap. */
export function ScoreHistory({ name, points, cuts, locale }: ScoreHistoryProps) {
  const words = uiWords(locale);
  const x = scale(0, Math.max(1, points.length - 1), [LEFT + 16, RIGHT - 8]).at;
  const y = scale(0, 1000, [BASE, TOP]).at;
  const every = Math.ceil(points.length / NAMES_MAX);
  const named = points.flatMap(({ period }, at) =>
    (points.length - 1 - at) % every === 0 ? [{ period, at }] : [],
  );
  const said = points.map((point) => sentence(point, locale)).join('; ');
  return (
    <figure className="scorehistory">
      <ScrollX label={name}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
          <title>{name}</title>
          <desc>{said}</desc>
          {[0, cuts.low, cuts.medium, cuts.high, 1000].map((cut) => (
            <g key={cut}>
              <line className="grid" x1={LEFT} x2={RIGHT} y1={y(cut)} y2={y(cut)} />
              <text x={LEFT - 8} y={y(cut) + 4} textAnchor="end">
                {formatInteger(cut / 10, locale)}
              </text>
            </g>
          ))}
          {named.map(({ period, at }, index) => (
            <text key={period} x={x(at)} y={BASE + 18} textAnchor="middle">
              {formatMonth(period, locale).slice(0, 3)}
              {period.slice(0, 4) !== named[index - 1]?.period.slice(0, 4) && (
                <tspan x={x(at)} dy={13}>
                  {period.slice(0, 4)}
                </tspan>
              )}
            </text>
          ))}
          {KINDS.map((kind) => (
            <g key={kind} className={kind}>
              <path d={pathOf(points, kind, x, y)} />
              {points.map((point, at) => {
                const score = point[kind];
                if (score === null) return null;
                return kind === 'fit' ? (
                  <circle key={point.period} cx={x(at)} cy={y(score)} r={4} />
                ) : (
                  <rect key={point.period} x={x(at) - 3.5} y={y(score) - 3.5} width={7} height={7} />
                );
              })}
            </g>
          ))}
        </svg>
      </ScrollX>
      <figcaption>
        <ul className="legend">
          {KINDS.map((kind) => (
            <li key={kind} className={kind}>
              <svg viewBox="0 0 20 8" width={20} height={8} aria-hidden="true">
                <path d="M0 4H20" />
                {kind === 'fit' ? (
                  <circle cx={10} cy={4} r={3.2} />
                ) : (
                  <rect x={7} y={1} width={6} height={6} />
                )}
              </svg>
              {words.scores[kind]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function sentence({ period, fit, intent }: ScorePoint, locale: Locale): string {
  const { scores } = uiWords(locale);
  const each = [
    `${scores.fit} ${formatScore(fit, locale)}`,
    `${scores.intent} ${formatScore(intent, locale)}`,
  ];
  return `${formatPeriod(period, locale)}: ${each.join(', ')}`;
}

/** A line from score to score; where one is missing it starts anew. */
function pathOf(
  points: ScorePoint[],
  kind: ScoreKind,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  let path = '';
  for (const [at, point] of points.entries()) {
    const score = point[kind];
    if (score !== null) path += `${pen}${x(at)} ${y(score)}`;
    pen = score === null ? 'M' : 'L';
  }
  return path;
}

/** Deci-points; null = not scored. */
export type ScorePoint = { period: string; fit: number | null; intent: number | null };
export type ScoreHistoryProps = { name: string; points: ScorePoint[]; cuts: LevelCuts; locale: Locale };
