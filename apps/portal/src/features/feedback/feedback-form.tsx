'use client';
import { Button, Field, Input, Note, Select, Textarea, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { trpc } from '@/client/trpc';

/** Which value is wrong and what it should be; what is shown is read again by the server. */
export function FeedbackForm({ accountId, columns }: FeedbackFormProps) {
  const t = useTranslations('feedback');
  const router = useRouter();
  const [subject, setSubject] = useState(columns[0]?.id ?? '');
  const { send, busy, why } = useSend(() => 'failed');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name)).trim();
    void send(async () => {
      const claimedValue = text('claimedValue');
      await trpc.feedback.give.mutate({
        accountId,
        subject,
        claimedValue,
        comment: text('comment'),
      });
      form.reset();
      toast.success(t('given'));
      router.refresh();
    });
  };
  const shown = columns.find(({ id }) => id === subject)?.shown;
  return (
    <details>
      <summary className="btn w-fit">{t('isWrong')}</summary>
      <form onSubmit={submit} method="post" className="mt-3 flex flex-col gap-3">
        {why && (
          <Note tone="danger" urgent>
            {t('notGiven')}
          </Note>
        )}
        <Field label={t('subject')} hint={shown && t('shownNow', { value: shown })} required>
          {(control) => (
            <Select
              {...control}
              name="subject"
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            >
              {columns.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('shouldBe')} required>
          {(control) => <Input {...control} name="claimedValue" maxLength={500} />}
        </Field>
        <Field label={t('comment')}>
          {(control) => <Textarea {...control} name="comment" rows={2} maxLength={2000} />}
        </Field>
        <div>
          <Button type="submit" busy={busy}>
            {t('give')}
          </Button>
        </div>
      </form>
    </details>
  );
}

type FeedbackFormProps = { accountId: string; columns: { id: string; title: string; shown: string }[] };
