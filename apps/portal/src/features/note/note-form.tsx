'use client';
import { Button, Field, Note, Textarea, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef } from 'react';
import { trpc } from '@/client/trpc';

export function NoteForm({ accountId }: { accountId: string }) {
  const t = useTranslations('note');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { send, busy, why } = useSend(() => 'failed');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = String(new FormData(event.currentTarget).get('body')).trim();
    if (body === '') return;
    void send(async () => {
      await trpc.note.add.mutate({ accountId, body });
      form.current?.reset();
      toast.success(t('added'));
      router.refresh();
    });
  };
  return (
    <form ref={form} onSubmit={submit} method="post" className="flex flex-col gap-3">
      {why && (
        <Note tone="danger" urgent>
          {t('notAdded')}
        </Note>
      )}
      <Field label={t('new')} required>
        {(control) => <Textarea {...control} name="body" rows={3} maxLength={4000} />}
      </Field>
      <div>
        <Button type="submit" busy={busy}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
