'use client';
import type { CSSProperties } from 'react';
import { Toaster as Sonner, toast } from 'sonner';

export { toast };

export function Toaster({ label }: { label?: string }) {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      containerAriaLabel={label}
      mobileOffset={{ bottom: 'calc(var(--dock) + 12px)' }}
      style={colours}
      toastOptions={{ style: { font: 'inherit', boxShadow: 'var(--shadow-pop)' } }}
    />
  );
}

/** Done at once, taken back within ten seconds. */
export function toastUndo(message: string, undo: string, onUndo: () => void) {
  toast(message, { duration: 10_000, action: { label: undo, onClick: onUndo } });
}

const colours = {
  '--normal-bg': 'var(--raised)',
  '--normal-text': 'var(--ink)',
  '--normal-border': 'var(--line)',
  '--border-radius': 'var(--r3)',
} as CSSProperties;
