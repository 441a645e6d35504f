import { Anchor, type LinkComponent } from '../link';

/** The same look, with the choice kept in the address. */
export function SegmentedLinks({ label, items, Link = Anchor }: SegmentedLinksProps) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'true' : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

export type SegmentedLinksProps = {
  label: string;
  items: { href: string; label: string; current?: boolean }[];
  Link?: LinkComponent;
};
