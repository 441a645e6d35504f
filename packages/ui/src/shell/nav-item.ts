import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** Written by the app in its locale. */
  count?: string;
  tone?: 'warn' | 'danger';
  /** Only this very address is current, not those below it: the home page. */
  exact?: boolean;
};

export type NavGroup = { id: string; label?: string; items: NavItem[] };

/** The phone's bar: the first places; the others are behind "More". */
export function splitForPhone(groups: NavGroup[]): { bottom: NavItem[]; others: NavItem[] } {
  const items = groups.flatMap((group) => group.items);
  return { bottom: items.slice(0, 4), others: items.slice(4) };
}

export function isCurrent(item: { href: string; exact?: boolean }, path: string | undefined): boolean {
  if (path === undefined) return false;
  const href = item.href.split(/[?#]/)[0]!;
  return path === href || (!item.exact && href !== '/' && path.startsWith(`${href}/`));
}
