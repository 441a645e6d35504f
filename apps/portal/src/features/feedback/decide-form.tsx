'use client';
import { Button, Field, Note, Textarea, toast, useSend } from '@ascent/ui';
import { Check, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { trpc } from '@/client/trpc';

/** The host accepts or declines, and always says why: whoever called it wrong reads the answer. */
export function DecideForm({ id, author }: { id: string; author: string }) {
  const t = useTranslations('feedback');
  const router = useRouter();
  const [missing, setMissing] = useState(false);
  const { send, busy, why } = useSend(() => 'failed');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = String(new FormData(event.currentTarget).get('answer')).trim();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const accept = submitter instanceof HTMLButtonElement && submitter.value === 'accept';
    setMissing(answer === '');
    if (answer === '') return;
    void send(async () => {
      await trpc.feedback.decide.mutate({ id, accept, answer });
      toast.success(t('decided', { author }));
      router.refresh();
    });
  };
  return (
    <form onSubmit={submit} method="post" noValidate className="mt-2 flex flex-col gap-2">
      {why && (
        <Note tone="danger" urgent>
          {t('notDecided')}
        </Note>
      )}
      <Field label={t('yourAnswer', { author })} error={missing ? t('answerMissing') : undefined} required>
        {(control) => <Textarea {...control} name="answer" rows={2} maxLength={2000} />}
      </Field>
      <div className="row">
        <Button type="submit" value="accept" icon={<Check aria-hidden />} disabled={busy}>
          {t('accept')}
        </Button>
        <Button type="submit" value="decline" icon={<X aria-hidden />} disabled={busy}>
          {t('decline')}
        </Button>
      </div>
    </form>
  );
}
