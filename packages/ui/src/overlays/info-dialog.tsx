'use client';
import { lazy, type ReactNode, Suspense } from 'react';

const RadixInfoDialog = lazy(() => import('./info-dialog-radix'));

/** Something to read over the page; Esc and the button close it, focus goes back. Loaded when it is first asked for. */
export function InfoDialog(props: InfoDialogProps) {
  return (
    <Suspense fallback={null}>
      <RadixInfoDialog {...props} />
    </Suspense>
  );
}

export type InfoDialogProps = { title: string; close: string; onClose: () => void; children: ReactNode };
