'use client';
import type { PasskeyLine } from '@ascent/api';
import { Button, Field, Input, Note, Panel, toast } from '@ascent/ui';
import { KeyRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AuthFailureNote } from '../sign-in/auth-failure-note';
import { addPasskey, isCancelled } from '../sign-in/passkey';
import { useAuth } from '../sign-in/use-auth';
import { PasskeyItem } from './passkey-item';

/** Passkeys are named when they are made, so that one knows later which to take away. */
export function PasskeysPanel({ passkeys }: { passkeys: PasskeyLine[] }) {
  const t = useTranslations('passkeys');
  const router = useRouter();
  const { run, busy, failure, rest } = useAuth();
  const [cancelled, setCancelled] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const name = String(new FormData(element).get('name')).trim();
    setCancelled(false);
    const answer = await run(async () => {
      const made = await addPasskey(name);
      setCancelled(isCancelled(made));
      return made;
    });
    if ('why' in answer) return;
    rest();
    element.reset();
    toast(t('added'));
    router.refresh();
  };
  return (
    <Panel title={t('title')} note={t('note')}>
      {passkeys.length > 0 && (
        <ul aria-label={t('title')}>
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} onChanged={router.refresh} />
          ))}
        </ul>
      )}
      <form onSubmit={submit} method="post" className="in flex flex-col gap-4">
        {passkeys.length === 0 && <p className="dim">{t('about')}</p>}
        {cancelled ? (
          <Note tone="warn" urgent>
            {t('cancelled')}
          </Note>
        ) : (
          <AuthFailureNote failure={failure} refused={t('refused')} />
        )}
        <Field label={t('name')} hint={t('nameHint')} required>
          {(control) => <Input {...control} name="name" maxLength={60} autoComplete="off" />}
        </Field>
        <div>
          <Button type="submit" icon={<KeyRound aria-hidden />} busy={busy}>
            {t('add')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
