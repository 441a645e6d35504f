import type { Locale } from '@ascent/schemas';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDayMonth, formatPeriod } from '../format/date';
import { Anchor, type LinkComponent } from '../link';
import { uiWords } from '../words/words';

/** Where the reader is, as of when, and what acts on the whole page. */
export function TopBar({ crumbs, release, heading, locale, Link, children }: TopBarProps) {
  return (
    <div className="top">
      <Crumbs items={crumbs} heading={heading} locale={locale} Link={Link} />
      <div className="push" />
      {release && <AsOf {...release} locale={locale} />}
      {children}
    </div>
  );
}

/** The last one is the page itself. */
export function Crumbs({ items, heading, locale, Link = Anchor }: CrumbsProps) {
  const Here = heading ? 'h1' : 'b';
  return (
    <nav aria-label={uiWords(locale).breadcrumb} className="min-w-0">
      <ol className="crumbs">
        {items.map((crumb, index) => (
          <li key={crumb.label}>
            {index > 0 && <ChevronRight className="ic-xs" aria-hidden />}
            {index === items.length - 1 ? (
              <Here aria-current="page">{crumb.label}</Here>
            ) : crumb.href ? (
              <Link href={crumb.href}>{crumb.label}</Link>
            ) : (
              crumb.label
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A number never stands alone: release and both dates are on every page with data. */
export function AsOf({ period, fitAsOf, intentAsOf, locale }: AsOfProps) {
  const words = uiWords(locale);
  return (
    <ul className="asof">
      <li>
        {words.release} <b>{formatPeriod(period, locale)}</b>
      </li>
      <li>
        {words.asOf.fit} <b>{formatDayMonth(fitAsOf, locale)}</b>
      </li>
      <li>
        {words.asOf.intent} <b>{formatDayMonth(intentAsOf, locale)}</b>
      </li>
    </ul>
  );
}

export type Crumb = { label: string; href?: string };
export type CrumbsProps = { items: Crumb[]; heading?: boolean; locale: Locale; Link?: LinkComponent };
export type ReleaseDates = {
  /** '2026-10'. */
  period: string;
  /** ISO dates. */
  fitAsOf: string;
  intentAsOf: string;
};
export type AsOfProps = ReleaseDates & { locale: Locale };
export type TopBarProps = {
  crumbs: Crumb[];
  release?: ReleaseDates;
  /** The page's name is its h1: for a page without a PageHeader. */
  heading?: boolean;
  locale: Locale;
  Link?: LinkComponent;
  /** At the end: menus, buttons. */
  children?: ReactNode;
};
