import type { Locale } from '@ascent/schemas';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Anchor, type LinkComponent } from '../link';
import { uiWords } from '../words/words';

/** Field, operator, value, remove. It is taken away by its link, or by onRemove in a client component. */
export function FilterChip({
  field,
  operator,
  value,
  removeHref,
  onRemove,
  locale,
  Link = Anchor,
}: FilterChipProps) {
  const remove = uiWords(locale).removeFilter(field);
  return (
    <span className="fchip">
      <span>{field}</span>
      {operator && <span className="op">{operator}</span>}
      <span>
        <b>{value}</b>
      </span>
      {removeHref && (
        <Link className="x" href={removeHref} aria-label={remove}>
          <X aria-hidden />
        </Link>
      )}
      {onRemove && (
        <button type="button" className="x" onClick={onRemove} aria-label={remove}>
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}

/** Filters in front, what the view shows at the end. A bar spans the page and has a line below. */
export function FilterBar({ bar, end, locale, children }: FilterBarProps) {
  return (
    <section className={classNames('filters', bar && 'across')} aria-label={uiWords(locale).filters}>
      {children}
      {end && <span className="push" />}
      {end}
    </section>
  );
}

/** Saved views, as links above a grid. */
export function ViewTabs({ label, items, end, Link = Anchor }: ViewTabsProps) {
  return (
    <nav className="views" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.icon}
          {item.label}
          {item.count !== undefined && <em>{item.count}</em>}
        </Link>
      ))}
      {end && <span className="push" />}
      {end}
    </nav>
  );
}

export type FilterChipProps = {
  field: string;
  operator?: string;
  value: ReactNode;
  removeHref?: string;
  onRemove?: () => void;
  locale: Locale;
  Link?: LinkComponent;
};
export type FilterBarProps = { bar?: boolean; end?: ReactNode; locale: Locale; children: ReactNode };
export type ViewTabsProps = {
  label: string;
  items: { href: string; label: string; count?: string; icon?: ReactNode; current?: boolean }[];
  end?: ReactNode;
  Link?: LinkComponent;
};
