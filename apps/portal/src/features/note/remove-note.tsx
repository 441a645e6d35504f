'use client';
import { IconButton, toast } from '@ascent/ui';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '@/client/trpc';

/** Takes one's own note away at once; for ten seconds it can be brought back. */
export function RemoveNote({ id }: { id: string }) {
  const t = useTranslations('note');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const set = async (removed: boolean) => {
    setBusy(true);
    try {
      await trpc.note.setRemoved.mutate({ id, removed });
      if (removed)
        toast.success(t('removed'), { action: { label: t('undo'), onClick: () => void set(false) } });
      router.refresh();
    } catch {
      toast.error(t('notChanged'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <IconButton
      label={t('remove')}
      icon={<Trash2 aria-hidden />}
      size="s"
      variant="ghost"
      busy={busy}
      onClick={() => void set(true)}
    />
  );
}
