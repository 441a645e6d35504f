'use client';
import { Popover as Radix } from 'radix-ui';
import type { PopoverProps } from './popover';

/** The popover itself, loaded when its trigger is first used: it comes up open. */
export default function RadixPopover({
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
    <Radix.Root defaultOpen open={open} onOpenChange={onOpenChange}>
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
