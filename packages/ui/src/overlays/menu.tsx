'use client';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../class-names';
import { Anchor, type LinkComponent } from '../link';

/** The trigger is one element that takes a ref, a Button for example. */
export function Menu({ trigger, items, align = 'start', side = 'bottom', Link = Anchor }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
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

export type MenuItem =
  | { id: string; kind: 'line' }
  | { id: string; kind: 'label'; label: string }
  | {
      id: string;
      kind?: 'item';
      label: ReactNode;
      icon?: ReactNode;
      end?: ReactNode;
      href?: string;
      onSelect?: () => void;
      danger?: boolean;
      disabled?: boolean;
    };

export type MenuProps = {
  trigger: ReactElement;
  items: MenuItem[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  Link?: LinkComponent;
};
