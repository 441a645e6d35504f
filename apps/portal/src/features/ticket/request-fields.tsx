'use client';
import { Field, Input, Note, Textarea } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { useSend } from './use-send';

/** What every request says: in one line, and in full. */
export function RequestFields() {
  const t = useTranslations('ticket');
  return (
    <>
      <Field label={t('summary')} hint={t('summaryHint')} required>
        {(control) => <Input {...control} name="summary" minLength={5} maxLength={200} />}
      </Field>
      <Field label={t('details')} hint={t('detailsHint')} required>
        {(control) => <Textarea {...control} name="details" rows={6} minLength={10} maxLength={10_000} />}
      </Field>
    </>
  );
}

export function SendFailure({ why }: { why: ReturnType<typeof useSend>['why'] }) {
  const t = useTranslations('ticket.failures');
  if (!why) return null;
  return (
    <Note tone="danger" urgent>
      {t(why)}
    </Note>
  );
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}
