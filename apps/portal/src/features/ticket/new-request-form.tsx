'use client';
import { Button, Field, Select } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { trpc } from '@/client/trpc';
import { RequestFields, SendFailure, textOf } from './request-fields';
import { PROBLEMS, SEVERITIES, TOPICS } from './ticket-words';
import { useSend } from './use-send';

export function NewRequestForm() {
  const t = useTranslations('ticket');
  const router = useRouter();
  const { send, busy, why } = useSend();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    send(async () => {
      const { id } = await trpc.ticket.open.mutate({
        topic: TOPICS.find((each) => each === form.get('topic')) ?? 'portal',
        problemType: PROBLEMS.find((each) => each === form.get('problem')) ?? 'other',
        severity: SEVERITIES.find((each) => each === form.get('severity')) ?? 'moderate',
        summary: textOf(form, 'summary'),
        details: textOf(form, 'details'),
      });
      router.push(`/help/${id}`);
      router.refresh();
    });
  };
  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <SendFailure why={why} />
      <Choice name="topic" label={t('topic')} values={TOPICS} start="portal" words="topics" />
      <Choice name="problem" label={t('problem')} values={PROBLEMS} start="data-question" words="problems" />
      <Choice name="severity" label={t('severity')} values={SEVERITIES} start="moderate" words="severities" />
      <RequestFields />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

function Choice({ name, label, values, start, words }: ChoiceProps) {
  const t = useTranslations(`ticket.${words}`);
  return (
    <Field label={label} required>
      {(control) => (
        <Select {...control} name={name} defaultValue={start}>
          {values.map((value) => (
            <option key={value} value={value}>
              {t(value)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  values: readonly string[];
  start: string;
  words: 'topics' | 'problems' | 'severities';
};
