'use client';
import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react';

type Loaded = { isLoaded: boolean; load: () => void };

/** Whether something was opened once; one that is opened from outside counts from then on. */
export function useLoaded(open?: boolean, onOpenChange?: (open: boolean) => void): Loaded {
  const [used, setUsed] = useState(false);
  const isLoaded = used || open === true;
  return {
    isLoaded,
    load: () => {
      setUsed(true);
      onOpenChange?.(true);
    },
  };
}

/**
 * Shows a trigger alone until it is used: what it opens is no part of a page's first load. Afterwards the same place
 * holds both; until the code has come, the trigger stays as it is.
 */
export function WhenUsed({ trigger, kind, isLoaded, load, children }: WhenUsedProps) {
  if (isLoaded) return <Suspense fallback={trigger ?? null}>{children}</Suspense>;
  if (!trigger) return null;
  return cloneElement(trigger as ReactElement<Record<string, unknown>>, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onClick: load,
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (kind !== 'menu' || event.key !== 'ArrowDown') return;
      event.preventDefault();
      load();
    },
  });
}

type WhenUsedProps = Loaded & { trigger?: ReactElement; kind: 'menu' | 'dialog'; children: ReactNode };
