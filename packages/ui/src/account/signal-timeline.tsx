import type { Locale } from '@ascent/schemas';
import { Activity } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDayMonth } from '../format/date';
import { formatPoints } from '../format/score';
import { Anchor, type LinkComponent } from '../link';
import { type ScoreKind, uiWords } from '../words/words';

/** What was seen, newest first, each with where it was seen and what it gave. */
export function SignalTimeline({ items, locale, Link = Anchor }: SignalTimelineProps) {
  return (
    <ol className="tl">
      {items.map((item) => (
        <li key={item.id}>
          <time className="d" dateTime={item.date}>
            {formatDayMonth(item.date, locale)}
          </time>
          <span className="g">{item.icon ?? <Activity aria-hidden />}</span>
          <span className="min-w-0">
            <span className="what ell" title={item.title}>
              {item.title}
            </span>
            {item.source?.href ? (
              <Link className="link xs" href={item.source.href}>
                {item.source.label}
              </Link>
            ) : (
              <span className="muted xs">{item.source?.label}</span>
            )}
          </span>
          {item.effect ? (
            <Effect {...item.effect} locale={locale} />
          ) : (
            <span className="effect xs muted">{item.note}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Effect({ kind, points, locale }: { kind: ScoreKind; points: number; locale: Locale }) {
  return (
    <span className={`effect xs nowrap n-${kind}`}>
      {formatPoints(points, locale)} {uiWords(locale).scores[kind].toLowerCase()}
    </span>
  );
}

export type SignalItem = {
  id: string;
  /** ISO date. */
  date: string;
  icon?: ReactNode;
  title: string;
  source?: { label: string; href?: string };
  /** Deci-points. */
  effect?: { kind: ScoreKind; points: number };
  /** In place of an effect: aged out. */
  note?: ReactNode;
};
export type SignalTimelineProps = { items: SignalItem[]; locale: Locale; Link?: LinkComponent };
