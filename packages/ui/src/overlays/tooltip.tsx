'use client';
import { Tooltip as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useState } from 'react';

/** For a name that is cut or an icon without words; its trigger is focusable. */
export function Tooltip({ trigger, children, side = 'top' }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{trigger}</Radix.Trigger>
        <Tip side={side}>{children}</Tip>
      </Radix.Root>
    </Radix.Provider>
  );
}

/** A word that explains itself on hover, focus and tap. */
export function Definition({ term, children, side = 'top' }: DefinitionProps) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Provider delayDuration={150}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger
          type="button"
          className="defn"
          onClick={(event) => {
            // Radix closes on a press; on a touch screen the press is the only way in.
            event.preventDefault();
            setOpen(true);
          }}
        >
          {term}
        </Radix.Trigger>
        <Tip side={side}>{children}</Tip>
      </Radix.Root>
    </Radix.Provider>
  );
}

function Tip({ side, children }: { side: TooltipSide; children: ReactNode }) {
  return (
    <Radix.Portal>
      <Radix.Content className="tip" side={side} sideOffset={5} collisionPadding={8}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}

type TooltipSide = 'top' | 'right' | 'bottom' | 'left';
export type TooltipProps = { trigger: ReactElement; children: ReactNode; side?: TooltipSide };
export type DefinitionProps = { term: ReactNode; children: ReactNode; side?: TooltipSide };
