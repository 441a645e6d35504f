'use client';
import { Button, Check, Field, Input, Note, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef } from 'react';
import { failureCode, trpc } from '@/client/trpc';

/** Lets another organisation see this one's rows until the end of a day. */
export function GrantForm({ resellerId, distributors }: GrantFormProps) {
  const t = useTranslations('organisations');
  const router = useRouter();
  const list = useId();
  const form = useRef<HTMLFormElement>(null);
  const { send, busy, why } = useSend(failureCode);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void send(async () => {
      await trpc.organisation.grantAccess.mutate({
        resellerId,
        distributorId: String(data.get('distributorId')).trim(),
        expiresAt: String(data.get('expiresAt')),
        seesSensitive: data.get('seesSensitive') !== null,
      });
      form.current?.reset();
      toast.success(t('granted'));
      router.refresh();
    });
  };
  return (
    <form ref={form} onSubmit={submit} method="post" className="row flex-wrap items-end px-3.5 py-3">
      {why && (
        <Note tone="danger" urgent>
          {t('grantFailed')}
        </Note>
      )}
      <Field label={t('distributorId')} required>
        {(control) => (
          <Input {...control} name="distributorId" list={list} autoComplete="off" maxLength={100} />
        )}
      </Field>
      <datalist id={list}>
        {distributors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <Field label={t('lastDay')} required>
        {(control) => <Input {...control} type="date" name="expiresAt" />}
      </Field>
      <Check name="seesSensitive" label={t('withRevenue')} />
      <Button type="submit" busy={busy}>
        {t('grant')}
      </Button>
    </form>
  );
}

type GrantFormProps = { resellerId: string; distributors: { id: string; name: string }[] };
