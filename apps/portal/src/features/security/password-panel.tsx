'use client';
import { Button, Note, Panel, toast } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { AuthFailureNote } from '../sign-in/auth-failure-note';
import { NewPassword } from '../sign-in/new-password';
import { useAuth } from '../sign-in/use-auth';
import { UsernameOf } from '../sign-in/username-of';
import { PasswordField } from './password-field';

/** Another password ends every other session. */
export function PasswordPanel({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const t = useTranslations('security');
  const router = useRouter();
  const { ask, busy, failure, rest } = useAuth();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const answer = await ask('change-password', {
      currentPassword: String(form.get('password')),
      newPassword: String(form.get('newPassword')),
    });
    rest();
    if ('why' in answer) return;
    element.reset();
    toast(t('passwordChanged'));
    router.refresh();
  };
  return (
    <Panel title={t('password')} padded>
      {hasPassword ? (
        <form onSubmit={submit} method="post" className="flex flex-col gap-4">
          <AuthFailureNote failure={failure} refused={t('passwordRefused')} />
          <UsernameOf email={email} />
          <PasswordField />
          <NewPassword label={t('newPassword')} size="m" />
          <div className="row flex-wrap">
            <Button type="submit" variant="primary" busy={busy}>
              {t('changePassword')}
            </Button>
            <span className="muted xs">{t('changeEndsOthers')}</span>
          </div>
        </form>
      ) : (
        <Note>{t('noPassword')}</Note>
      )}
    </Panel>
  );
}
