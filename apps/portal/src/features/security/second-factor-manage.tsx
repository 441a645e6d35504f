'use client';
import { Button, toast } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AuthFailureNote } from '../sign-in/auth-failure-note';
import { useAuth } from '../sign-in/use-auth';
import { PasswordField } from './password-field';

type Act = 'renew' | 'turnOff';
const PATHS: Record<Act, string> = {
  renew: 'two-factor/generate-backup-codes',
  turnOff: 'two-factor/disable',
};

/** New recovery codes, or off again; either asks for the password. */
export function SecondFactorManage({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const t = useTranslations('secondFactor');
  const router = useRouter();
  const { ask, busy, failure, rest, setFailure } = useAuth();
  const [act, setAct] = useState<Act | null>(null);
  const choose = (next: Act | null) => {
    setFailure(null);
    setAct(next);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!act) return;
    const password = String(new FormData(event.currentTarget).get('password'));
    const answer = await ask(PATHS[act], { password });
    rest();
    if ('why' in answer) return;
    setAct(null);
    if (act === 'renew') return onCodes((answer.body as { backupCodes: string[] }).backupCodes);
    toast(t('turnedOff'));
    router.refresh();
  };
  if (!act)
    return (
      <div className="flex flex-col gap-4">
        <p className="dim">{t('aboutOn')}</p>
        <div className="row flex-wrap">
          <Button onClick={() => choose('renew')}>{t('renew')}</Button>
          <Button onClick={() => choose('turnOff')}>{t('turnOff')}</Button>
        </div>
      </div>
    );
  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <p className="dim">{t(`about-${act}`)}</p>
      <AuthFailureNote failure={failure} refused={t('passwordRefused')} />
      <PasswordField />
      <div className="row">
        <Button type="submit" variant={act === 'turnOff' ? 'danger' : 'primary'} busy={busy}>
          {t(act)}
        </Button>
        <Button variant="ghost" onClick={() => choose(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
