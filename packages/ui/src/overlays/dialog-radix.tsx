'use client';
import { AlertDialog } from 'radix-ui';
import { Button } from '../controls/button';
import type { DialogProps } from './dialog';

/** Only for what cannot be undone: says the consequence in numbers, asks once. */
export default function RadixDialog(props: DialogProps) {
  const { trigger, title, children, confirm, cancel, onConfirm, danger, busy, blocked, open, onOpenChange } =
    props;
  return (
    <AlertDialog.Root defaultOpen open={open} onOpenChange={onOpenChange}>
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
