import type { Locale } from '@ascent/schemas';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import type { LinkComponent } from '../link';
import { uiWords } from '../words/words';
import { BottomBar } from './bottom-bar';
import { NavGroups } from './nav-groups';
import type { NavGroup, NavItem } from './nav-item';

/** Sidebar, page, and on a phone a bar at the bottom. Pages start with a TopBar. */
export function Shell({
  org,
  search,
  groups,
  bottom,
  bottomMore,
  user,
  stamp,
  currentPath,
  fill,
  locale,
  Link,
  children,
}: ShellProps) {
  const words = uiWords(locale);
  return (
    <div className={classNames('app', fill && 'fill')}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <nav className="side" aria-label={words.mainNav}>
        {org}
        {search}
        <NavGroups groups={groups} currentPath={currentPath} Link={Link} />
        {stamp && <div className="stamp">{stamp}</div>}
        {user && <div className="foot">{user}</div>}
      </nav>
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
      {bottom && (
        <BottomBar
          items={bottom}
          more={bottomMore}
          label={words.quickNav}
          currentPath={currentPath}
          Link={Link}
        />
      )}
    </div>
  );
}

export type ShellProps = {
  /** An OrgBlock, or a Menu around one. */
  org: ReactNode;
  /** A FindButton. */
  search?: ReactNode;
  groups: NavGroup[];
  /** At most five, for the phone. */
  bottom?: NavItem[];
  /** Fifth of the bar: a Menu with the others, its trigger an icon and a word. */
  bottomMore?: ReactNode;
  /** A UserBlock, or a Menu around one. */
  user?: ReactNode;
  /** Small print above the user: release and dates. */
  stamp?: ReactNode;
  /** Marks the item whose address it is, or begins with. */
  currentPath?: string;
  /** The page is as high as the window; only the grid's body scrolls. */
  fill?: boolean;
  locale: Locale;
  Link?: LinkComponent;
  children: ReactNode;
};
