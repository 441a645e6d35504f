'use client';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { InfoDialogProps } from './info-dialog';

export default function RadixInfoDialog({ title, close, onClose, children }: InfoDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="sheet" aria-describedby={undefined}>
          <div className="row nowrap">
            <Dialog.Title className="h1">{title}</Dialog.Title>
            <span className="push" />
            <Dialog.Close asChild>
              <button type="button" className="btn icon ghost" aria-label={close}>
                <X aria-hidden />
              </button>
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
