'use client';
import { Button, Field, Textarea } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef } from 'react';
import { trpc } from '@/client/trpc';
import { SendFailure, textOf } from './request-fields';
import { useSend } from './use-send';

/** The asker adds to a request; the host answers it, and may close it with the same words. */
export function NoteForm({ ticketId, asHost }: { ticketId: string; asHost?: boolean }) {
  const t = useTranslations('ticket');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { send, busy, why } = useSend();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = textOf(new FormData(event.currentTarget), 'body');
    const { submitter } = event.nativeEvent as SubmitEvent;
    const close = submitter instanceof HTMLButtonElement && submitter.value === 'close';
    send(async () => {
      if (asHost) await trpc.ticket.answer.mutate({ ticketId, body, close });
      else await trpc.ticket.addNote.mutate({ ticketId, body });
      form.current?.reset();
      router.refresh();
    });
  };
  return (
    <form ref={form} onSubmit={submit} method="post" className="flex flex-col gap-3">
      <SendFailure why={why} />
      <Field label={asHost ? t('answer') : t('reply')} required>
        {(control) => <Textarea {...control} name="body" rows={4} maxLength={10_000} />}
      </Field>
      <div className="row flex-wrap">
        <Button type="submit" value="send" variant="primary" busy={busy}>
          {asHost ? t('sendAnswer') : t('sendReply')}
        </Button>
        {asHost && (
          <Button type="submit" value="close" disabled={busy}>
            {t('answerAndClose')}
          </Button>
        )}
      </div>
    </form>
  );
}
