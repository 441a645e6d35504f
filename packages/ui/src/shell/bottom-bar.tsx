import type { ReactNode } from 'react';
import { Anchor, type LinkComponent } from '../link';
import { isCurrent, type NavItem } from './nav-item';

/** Five places at most; the last may be a Menu with the others. */
export function BottomBar({ items, more, label, currentPath, Link = Anchor }: BottomBarProps) {
  return (
    <nav className="phone-bar" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={isCurrent(item, currentPath) ? 'page' : undefined}
        >
          {item.icon}
          {item.label}
        </Link>
      ))}
      {more}
    </nav>
  );
}

export type BottomBarProps = {
  items: NavItem[];
  more?: ReactNode;
  label: string;
  currentPath?: string;
  Link?: LinkComponent;
};
