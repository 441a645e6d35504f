'use client';
import { Button, LinkButton, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AppLink } from '../shell/app-link';
import { AuthFailureNote } from './auth-failure-note';
import { NewPassword } from './new-password';
import { useAuth } from './use-auth';

export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('reset');
  const { ask, busy, failure } = useAuth();
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('newPassword'));
    const answer = await ask('reset-password', { newPassword, token });
    setDone('body' in answer);
  };
  if (done) {
    return (
      <>
        <Note tone="ok" title={t('doneTitle')} urgent>
          {t('doneText')}
        </Note>
        <LinkButton href="/sign-in" variant="primary" size="l" block Link={AppLink}>
          {t('toSignIn')}
        </LinkButton>
      </>
    );
  }
  return (
    <form onSubmit={submit} method="post">
      <AuthFailureNote failure={failure} refused={t('failures.refused')} />
      <NewPassword label={t('password')} />
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
