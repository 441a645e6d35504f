'use client';
import { lazy, type ReactElement, type ReactNode } from 'react';
import { useLoaded, WhenUsed } from './when-used';

const RadixDialog = lazy(() => import('./dialog-radix'));

/** Only for what cannot be undone: says the consequence in numbers, asks once. Loaded when it is first asked. */
export function Dialog(props: DialogProps) {
  const loaded = useLoaded(props.open, props.onOpenChange);
  return (
    <WhenUsed trigger={props.trigger} kind="dialog" {...loaded}>
      <RadixDialog {...props} />
    </WhenUsed>
  );
}

export type DialogProps = {
  trigger?: ReactElement;
  title: ReactNode;
  children: ReactNode;
  confirm: string;
  cancel: string;
  /** The app closes it, by open, when the act is done. */
  onConfirm: () => void;
  danger?: boolean;
  busy?: boolean;
  /** Until a name is typed, for example. */
  blocked?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};
