'use client';
import { DropdownMenu } from 'radix-ui';
import { classNames } from '../class-names';
import { Anchor, type LinkComponent } from '../link';
import type { MenuItem, MenuProps } from './menu';

/** The menu itself, loaded when its trigger is first used: it comes up open. */
export default function RadixMenu({
  trigger,
  items,
  align = 'start',
  side = 'bottom',
  Link = Anchor,
}: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="pop menu"
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          {items.map((item) => (
            <MenuEntry key={item.id} item={item} Link={Link} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuEntry({ item, Link }: { item: MenuItem; Link: LinkComponent }) {
  if (item.kind === 'line') return <DropdownMenu.Separator className="menu-line" />;
  if (item.kind === 'label') {
    return <DropdownMenu.Label className="menu-label">{item.label}</DropdownMenu.Label>;
  }
  const inside = (
    <>
      {item.icon}
      {item.label}
      {item.end && <span className="end">{item.end}</span>}
    </>
  );
  const className = classNames('menu-item', item.danger && 'danger');
  if (item.href) {
    return (
      <DropdownMenu.Item asChild disabled={item.disabled}>
        <Link href={item.href} className={className}>
          {inside}
        </Link>
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item className={className} disabled={item.disabled} onSelect={item.onSelect}>
      {inside}
    </DropdownMenu.Item>
  );
}
