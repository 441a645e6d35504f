import type { Locale } from '@ascent/schemas';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/button';
import { LinkButton } from '../controls/link-button';
import { formatInteger } from '../format/number';
import type { LinkComponent } from '../link';
import { uiWords } from '../words/words';

/** The foot of a grid: sums in front, then which rows these are, then the way to the others. */
export function Pager({ from, to, total, previousHref, nextHref, children, locale, Link }: PagerProps) {
  const words = uiWords(locale);
  const number = (value: number) => formatInteger(value, locale);
  return (
    <div className="gfoot">
      {children}
      <span className="push" />
      <span aria-live="polite">
        {total === null ? words.counting : words.rowsOf(number(from), number(to), number(total))}
      </span>
      <nav className="pager" aria-label={words.pages}>
        <Turn label={words.previous} href={previousHref} icon={<ChevronLeft aria-hidden />} Link={Link} />
        <Turn label={words.next} href={nextHref} icon={<ChevronRight aria-hidden />} Link={Link} />
      </nav>
    </div>
  );
}

function Turn({
  label,
  href,
  icon,
  Link,
}: {
  label: string;
  href?: string;
  icon: ReactNode;
  Link?: LinkComponent;
}) {
  if (!href) return <IconButton label={label} icon={icon} size="s" disabled />;
  return <LinkButton label={label} href={href} icon={icon} size="s" Link={Link} />;
}

export type PagerProps = {
  from: number;
  to: number;
  /** null while it is counted. */
  total: number | null;
  previousHref?: string;
  nextHref?: string;
  /** Sums, what is selected, the legend of the dash. */
  children?: ReactNode;
  locale: Locale;
  Link?: LinkComponent;
};
