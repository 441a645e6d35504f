'use client';
import type { Place } from '@ascent/api';
import { Button, Field, formatDate, Input, Note, Panel, Select, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import { type DataRole, WHOLE } from './rights';
import type { InviteLines } from './types';

/** A new person by mail; the first access is one role at one place, the grid has the rest once they came. */
export function InvitePanel({ places, invites }: { places: Place[]; invites: InviteLines }) {
  const t = useTranslations('people');
  const locale = useAppLocale();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { send, busy, why } = useSend(failureCode);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const roles = [{ role: text('role') as DataRole, scope: text('scope') }];
    void send(async () => {
      await trpc.invite.create.mutate({ email: text('email'), name: text('name'), roles });
      form.current?.reset();
      toast.success(t('inviteSent', { email: text('email') }));
      router.refresh();
    });
  };
  const revoke = (id: string) =>
    send(async () => {
      await trpc.invite.revoke.mutate({ id });
      router.refresh();
    });
  return (
    <div className="mb-4 flex flex-col gap-4">
      <Panel title={t('inviteTitle')} padded>
        <form ref={form} onSubmit={submit} className="flex max-w-xl flex-col gap-3">
          {why && <Note tone="danger">{t(why === 'conflict' ? 'alreadyHere' : 'notSaved')}</Note>}
          <Field label={t('email')} required>
            {(control) => <Input {...control} type="email" name="email" maxLength={200} autoComplete="off" />}
          </Field>
          <Field label={t('name')} required>
            {(control) => <Input {...control} name="name" maxLength={120} autoComplete="off" />}
          </Field>
          <Field label={t('role')}>
            {(control) => (
              <Select {...control} name="role">
                <option value="report-viewer">{t('choices.report-viewer')}</option>
                <option value="executive-report-viewer">{t('choices.executive-report-viewer')}</option>
                <option value="campaign-manager">{t('roles.campaigns')}</option>
              </Select>
            )}
          </Field>
          <Field label={t('where')}>
            {(control) => (
              <Select {...control} name="scope">
                <option value={WHOLE}>{t('whole')}</option>
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name} ({id})
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <p className="hint">{t('inviteNote')}</p>
          <div>
            <Button type="submit" variant="primary" busy={busy}>
              {t('sendInvite')}
            </Button>
          </div>
        </form>
      </Panel>
      {invites.length > 0 && (
        <Panel title={t('invites')}>
          <ul>
            {invites.map((invite) => (
              <li key={invite.id} className="row border-b border-line px-3.5 py-2 last:border-b-0">
                <span className="min-w-0 flex-1">
                  <b className="block ell">{invite.name}</b>
                  <span className="muted xs block ell">{invite.email}</span>
                </span>
                <span className="muted xs">
                  {!invite.expired
                    ? t('openUntil', { day: formatDate(invite.expiresAt, locale) })
                    : t('states.expired')}
                </span>
                {!invite.expired && (
                  <Button size="s" variant="ghost" busy={busy} onClick={() => revoke(invite.id)}>
                    {t('revoke')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
