import type { Locale } from '@ascent/schemas';
import { CLUSTER_KEY, CLUSTER_ORDER } from '../domain/cluster';
import { MATRIX_LEVELS } from '../domain/matrix';
import { uiWords } from '../words/words';

/** The matrix, and the way up through it. */
export function SignInArt({ locale }: { locale: Locale }) {
  const words = uiWords(locale);
  return (
    <svg viewBox="-40 0 560 470" role="img" aria-label={words.artLabel}>
      {CLUSTER_ORDER.map((cluster, row) =>
        opacities[row]!.map((opacity, column) => (
          <rect
            key={`${cluster}-${opacity}`}
            className={`f-${CLUSTER_KEY[cluster]}`}
            x={70 + column * 108}
            y={30 + row * 96}
            width="100"
            height="88"
            rx="10"
            opacity={opacity}
          />
        )),
      )}
      {MATRIX_LEVELS.map((level, index) => (
        <g key={level}>
          <text x="58" y={78 + index * 96} textAnchor="end">
            {words.levels[level]}
          </text>
          <text x={120 + index * 108} y="434" textAnchor="middle">
            {words.levels[level]}
          </text>
        </g>
      ))}
      <text className="axis-name" x="58" y="18" textAnchor="end">
        {words.scores.fit}
      </text>
      <text className="axis-name" x="70" y="458">
        {words.scores.intent}
      </text>
      <path className="path" d="M444 364H352V268H244V172H120V74" />
      <circle className="knot" cx="444" cy="364" r="4.5" />
      <circle className="knot" cx="120" cy="74" r="6" />
    </svg>
  );
}

const opacities = [
  [1, 0.8, 0.62, 0.46],
  [0.92, 0.74, 0.58, 0.42],
  [0.6, 0.5, 0.4, 0.3],
  [0.5, 0.42, 0.34, 0.26],
];
