import { Anchor, type LinkComponent } from '../link';

/** Tabs are links: each has an address. */
export function Tabs({ label, items, Link = Anchor }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && <em>{item.count}</em>}
        </Link>
      ))}
    </nav>
  );
}

export type TabsProps = { label: string; items: TabItem[]; Link?: LinkComponent };
export type TabItem = { href: string; label: string; count?: string; current?: boolean };
