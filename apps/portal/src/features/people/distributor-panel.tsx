'use client';
import { Button, Check, Field, formatDate, Input, Note, Panel, Tag, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import type { AccessLines } from './types';

/** Distributors that may look at this organisation's rows, until when, and whether at revenue too. */
export function DistributorPanel({ access }: { access: AccessLines }) {
  const t = useTranslations('people');
  const locale = useAppLocale();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { send, busy, why } = useSend(failureCode);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void send(async () => {
      await trpc.distributor.grant.mutate({
        distributorId: String(data.get('distributorId')).trim(),
        expiresAt: String(data.get('expiresAt')),
        seesSensitive: data.get('seesSensitive') !== null,
      });
      form.current?.reset();
      toast.success(t('accessGiven'));
      router.refresh();
    });
  };
  const revoke = (id: string) =>
    send(async () => {
      await trpc.distributor.revoke.mutate({ id });
      router.refresh();
    });
  return (
    <Panel title={t('distributors')} note={t('distributorsNote')} className="mt-4">
      <ul>
        {access.map((line) => (
          <li key={line.id} className="row border-b border-line px-3.5 py-2">
            <span className="min-w-0 flex-1">
              <b className="ell block">{line.name}</b>
              <span className="muted xs block">
                {line.distributorId} · {t(line.seesSensitive ? 'seesRevenue' : 'noRevenue')}
              </span>
            </span>
            {line.state === 'open' ? (
              <>
                <span className="muted xs">
                  {t('openUntil', { day: formatDate(line.expiresAt, locale) })}
                </span>
                <Button size="s" variant="ghost" busy={busy} onClick={() => revoke(line.id)}>
                  {t('revoke')}
                </Button>
              </>
            ) : (
              <Tag>{t(`states.${line.state}`)}</Tag>
            )}
          </li>
        ))}
      </ul>
      <form ref={form} onSubmit={submit} className="row flex-wrap items-end px-3.5 py-3">
        {why && <Note tone="danger">{t('accessFailed')}</Note>}
        <Field label={t('distributorId')} required>
          {(control) => <Input {...control} name="distributorId" maxLength={100} />}
        </Field>
        <Field label={t('lastDay')} required>
          {(control) => <Input {...control} type="date" name="expiresAt" />}
        </Field>
        <Check name="seesSensitive" label={t('withRevenue')} />
        <Button type="submit" busy={busy}>
          {t('giveAccess')}
        </Button>
      </form>
    </Panel>
  );
}
