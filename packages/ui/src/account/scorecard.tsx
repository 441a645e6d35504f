import type { Cluster, Locale, SegmentCode } from '@ascent/schemas';
import type { ReactNode } from 'react';
import { Anchor, type LinkComponent } from '../link';
import { ClusterChip } from '../marks/cluster-chip';
import { Delta } from '../marks/delta';
import { ScoreBar } from '../marks/score-bar';
import { uiWords } from '../words/words';

/** One product's standing: cluster, both scores, band; or why there is none. */
export function Scorecard({
  product,
  href,
  current,
  delta,
  cluster,
  code,
  fit,
  intent,
  reason,
  foot,
  locale,
  Link = Anchor,
}: ScorecardProps) {
  const words = uiWords(locale);
  const inside = (
    <>
      <span className="pr">
        {product}
        {delta !== undefined && <Delta value={delta} unit="deci" locale={locale} />}
      </span>
      <span>
        <ClusterChip cluster={cluster} code={code} locale={locale} />
      </span>
      {cluster ? (
        <span>
          <ScoreLine label={words.scores.fit} kind="fit" score={fit} locale={locale} />
          <ScoreLine label={words.scores.intent} kind="intent" score={intent} locale={locale} />
        </span>
      ) : (
        <span className="xs muted">{reason}</span>
      )}
      {foot && <span className="xs muted">{foot}</span>}
    </>
  );
  if (!href) return <div className="card">{inside}</div>;
  return (
    <Link className="card" href={href} aria-current={current ? 'true' : undefined}>
      {inside}
    </Link>
  );
}

export function Scorecards({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="cards" aria-label={label}>
      {children}
    </section>
  );
}

function ScoreLine({
  label,
  ...bar
}: {
  label: string;
  kind: 'fit' | 'intent';
  score: number | null;
  locale: Locale;
}) {
  return (
    <span className="ln">
      {label} <ScoreBar {...bar} />
    </span>
  );
}

export type ScorecardProps = {
  product: ReactNode;
  href?: string;
  current?: boolean;
  /** Deci-points since the release before. */
  delta?: number;
  cluster: Cluster | null;
  code?: SegmentCode | null;
  fit: number | null;
  intent: number | null;
  /** Why it is not scored. */
  reason?: ReactNode;
  /** The revenue band, where the reader may see it. */
  foot?: ReactNode;
  locale: Locale;
  Link?: LinkComponent;
};
