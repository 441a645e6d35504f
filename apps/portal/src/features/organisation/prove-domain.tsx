'use client';
import type { DomainLine } from '@ascent/api';
import { Button, Field, Input, Note, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';

/** By the record, or by the host's word, which says what it rests on. */
export function ProveDomain({ line: { id, domain, record } }: { line: DomainLine }) {
  const t = useTranslations('organisations');
  const router = useRouter();
  const [missing, setMissing] = useState(false);
  const { send, busy, why } = useSend(failureCode);
  const prove = (change: () => Promise<unknown>) =>
    void send(async () => {
      await change();
      toast.success(t('proved', { domain }));
      router.refresh();
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(reason === '');
    if (reason) prove(() => trpc.organisation.confirmDomain.mutate({ id, reason }));
  };
  return (
    <>
      {why && (
        <Note tone="warn" urgent>
          {t(why === 'conflict' ? 'notYet' : 'changeFailed')}
        </Note>
      )}
      <div className="row flex-wrap items-end">
        <div className="min-w-0 flex-1 basis-64">
          <p className="lbl">{t('record')}</p>
          <p className="mono break-all">
            {record.name} TXT {record.value}
          </p>
        </div>
        <Button busy={busy} onClick={() => prove(() => trpc.organisation.checkDomain.mutate({ id }))}>
          {t('check')}
        </Button>
      </div>
      <form onSubmit={submit} method="post" noValidate className="row flex-wrap items-end">
        <div className="min-w-0 flex-1 basis-64">
          <Field
            label={t('reason')}
            hint={t('reasonHint')}
            error={missing ? t('reasonMissing') : undefined}
            required
          >
            {(control) => <Input {...control} name="reason" maxLength={500} autoComplete="off" />}
          </Field>
        </div>
        <Button type="submit" busy={busy}>
          {t('confirm')}
        </Button>
      </form>
    </>
  );
}
