import type { Locale } from '@ascent/schemas';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDate } from '../format/date';
import { formatPoints } from '../format/score';

/** Drivers in whole sentences, each with what was seen behind it. */
export function DriverList({ label, items, locale }: DriverListProps) {
  return (
    <ul className="drv" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <span className={`pt ${item.points > 0 ? 'up' : 'down'}`}>{formatPoints(item.points, locale)}</span>
          <div>
            <p>{item.sentence}</p>
            {item.evidence && item.evidence.items.length > 0 && (
              <details>
                <summary>{item.evidence.label}</summary>
                <ul className="ev">
                  {item.evidence.items.map((each) => (
                    <Seen key={each.id} {...each} locale={locale} />
                  ))}
                </ul>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Seen({ date, what, source, href, locale }: SeenItem & { locale: Locale }) {
  return (
    <li>
      <time dateTime={date}>{formatDate(date, locale)}</time>
      <span className="what">{what}</span>
      {href ? (
        <a className="link xs" href={href} target="_blank" rel="noopener noreferrer nofollow">
          {source}
          <ExternalLink aria-hidden />
        </a>
      ) : (
        <span className="muted xs">{source}</span>
      )}
    </li>
  );
}

export type SeenItem = { id: string; date: string; what: ReactNode; source: string; href?: string };
export type DriverItem = {
  id: string;
  sentence: string;
  /** Deci-points. */
  points: number;
  evidence?: { label: string; items: SeenItem[] };
};
export type DriverListProps = { label: string; items: DriverItem[]; locale: Locale };
