'use client';
import { lazy, type ReactElement, type ReactNode } from 'react';
import { useLoaded, WhenUsed } from './when-used';

const RadixPopover = lazy(() => import('./popover-radix'));

/** The trigger is one element that takes a ref, a Button for example. What opens is loaded when it is first used. */
export function Popover(props: PopoverProps) {
  const loaded = useLoaded(props.open, props.onOpenChange);
  return (
    <WhenUsed trigger={props.trigger} kind="dialog" {...loaded}>
      <RadixPopover {...props} />
    </WhenUsed>
  );
}

export type PopoverProps = {
  trigger: ReactElement;
  label: string;
  title?: ReactNode;
  footer?: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};
