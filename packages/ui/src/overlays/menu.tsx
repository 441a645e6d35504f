'use client';
import { lazy, type ReactElement, type ReactNode } from 'react';
import type { LinkComponent } from '../link';
import { useLoaded, WhenUsed } from './when-used';

const RadixMenu = lazy(() => import('./menu-radix'));

/** The trigger is one element that takes a ref, a Button for example. What opens is loaded when it is first used. */
export function Menu(props: MenuProps) {
  const loaded = useLoaded();
  return (
    <WhenUsed trigger={props.trigger} kind="menu" {...loaded}>
      <RadixMenu {...props} />
    </WhenUsed>
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
