import type { Locale } from '@ascent/schemas';
import { placed } from '../domain/placed';
import { formatScore } from '../format/score';
import type { ScoreKind } from '../words/words';

/** A score with its length of 100. Without a score: the reason, in place of a bar. */
export function ScoreBar({ kind, score, reason, locale }: ScoreBarProps) {
  if (score === null) return <span className="ns">{reason ?? formatScore(null, locale)}</span>;
  return (
    <span className="score">
      <b>{formatScore(score, locale)}</b>
      <span className="tr" aria-hidden="true">
        <i className={`k-${kind}`} {...placed({ width: score / 10 })} />
      </span>
    </span>
  );
}

/** The number alone, in its score's ink. */
export function ScoreText({ kind, score, locale }: Omit<ScoreBarProps, 'reason'>) {
  return <span className={score === null ? 'ns' : `n-${kind}`}>{formatScore(score, locale)}</span>;
}

export type ScoreBarProps = {
  kind: ScoreKind;
  /** Deci-points, 0 to 1000. */
  score: number | null;
  reason?: string;
  locale: Locale;
};
