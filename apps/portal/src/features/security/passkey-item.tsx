'use client';
import type { PasskeyLine } from '@ascent/api';
import { Button, Dialog, formatDate, Input, toast } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AuthFailureNote } from '../sign-in/auth-failure-note';
import { useAuth } from '../sign-in/use-auth';

export function PasskeyItem({ passkey, onChanged }: { passkey: PasskeyLine; onChanged: () => void }) {
  const t = useTranslations('passkeys');
  const locale = useAppLocale();
  const { ask, busy, failure, rest } = useAuth();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const name = passkey.name ?? passkey.maker ?? t('unnamed');
  const since = passkey.createdAt && t('since', { date: formatDate(passkey.createdAt, locale) });
  const change = async (path: string, body: object, said: string) => {
    const answer = await ask(path, { id: passkey.id, ...body });
    rest();
    if ('why' in answer) return;
    setOpen(null);
    toast(said);
    onChanged();
  };
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('name')).trim();
    change('passkey/update-passkey', { name: given }, t('renamed'));
  };
  return (
    <li className="border-b border-(--line) px-3.5 py-2.5">
      <AuthFailureNote failure={failure} refused={t('refused')} />
      {open === 'rename' ? (
        <form onSubmit={rename} method="post" className="row">
          <Input
            name="name"
            aria-label={t('name')}
            defaultValue={name}
            maxLength={60}
            required
            autoComplete="off"
          />
          <Button type="submit" size="s" variant="primary" busy={busy}>
            {t('save')}
          </Button>
          <Button size="s" variant="ghost" onClick={() => setOpen(null)}>
            {t('cancel')}
          </Button>
        </form>
      ) : (
        <div className="row">
          <div className="min-w-0 flex-1">
            <p className="b break-words">{name}</p>
            <p className="muted xs">{[passkey.name && passkey.maker, since].filter(Boolean).join(' · ')}</p>
          </div>
          <Button size="s" onClick={() => setOpen('rename')} aria-label={t('renameOf', { name })}>
            {t('rename')}
          </Button>
          <Button size="s" onClick={() => setOpen('remove')} aria-label={t('removeOf', { name })}>
            {t('remove')}
          </Button>
        </div>
      )}
      <Dialog
        open={open === 'remove'}
        onOpenChange={(next) => setOpen(next ? 'remove' : null)}
        title={t('removeTitle', { name })}
        confirm={t('remove')}
        cancel={t('cancel')}
        onConfirm={() => change('passkey/delete-passkey', {}, t('removed'))}
        busy={busy}
        danger
      >
        {t('removeText')}
      </Dialog>
    </li>
  );
}
