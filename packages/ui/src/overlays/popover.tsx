'use client';
import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

/** The trigger is one element that takes a ref, a Button for example. */
export function Popover({
  trigger,
  label,
  title,
  footer,
  align = 'start',
  open,
  onOpenChange,
  children,
}: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="pop" align={align} sideOffset={6} collisionPadding={12} aria-label={label}>
          {title && (
            <header>
              <h2 className="h2">{title}</h2>
            </header>
          )}
          {children}
          {footer && <footer>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
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
