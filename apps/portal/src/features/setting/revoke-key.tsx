'use client';
import { Button, Dialog, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';

export function RevokeKey({ id, name }: { id: string; name: string }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, busy } = useSend(failureCode);
  const revoke = () =>
    send(async () => {
      await trpc.key.revoke.mutate({ id });
      setOpen(false);
      router.refresh();
    });
  return (
    <Dialog
      trigger={
        <Button size="s" variant="ghost">
          {t('revoke')}
        </Button>
      }
      title={t('revokeTitle', { name })}
      confirm={t('revoke')}
      cancel={t('cancel')}
      danger
      busy={busy}
      open={open}
      onOpenChange={setOpen}
      onConfirm={revoke}
    >
      {t('revokeText')}
    </Dialog>
  );
}
