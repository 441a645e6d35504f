import { Fragment } from 'react';
import { Anchor, type LinkComponent } from '../link';
import { isCurrent, type NavGroup } from './nav-item';

export function NavGroups({ groups, currentPath, Link = Anchor }: NavGroupsProps) {
  return groups.map((group) => (
    <Fragment key={group.id}>
      {group.label && <div className="navh">{group.label}</div>}
      {group.items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className="nav"
          title={item.label}
          aria-current={isCurrent(item, currentPath) ? 'page' : undefined}
        >
          {item.icon}
          <span>{item.label}</span>
          {item.count && <em data-tone={item.tone}>{item.count}</em>}
        </Link>
      ))}
    </Fragment>
  ));
}

export type NavGroupsProps = { groups: NavGroup[]; currentPath?: string; Link?: LinkComponent };
