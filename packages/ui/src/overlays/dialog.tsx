'use client';
import { AlertDialog } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../controls/button';

/** Only for what cannot be undone: says the consequence in numbers, asks once. */
export function Dialog(props: DialogProps) {
  const { trigger, title, children, confirm, cancel, onConfirm, danger, busy, blocked, open, onOpenChange } =
    props;
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="scrim" />
        <AlertDialog.Content className="sheet">
          <AlertDialog.Title className="h1">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="dim">{children}</div>
          </AlertDialog.Description>
          <div className="acts">
            <AlertDialog.Cancel asChild>
              <Button>{cancel}</Button>
            </AlertDialog.Cancel>
            <Button
              variant={danger ? 'danger' : 'primary'}
              busy={busy}
              disabled={blocked}
              onClick={onConfirm}
            >
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
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
