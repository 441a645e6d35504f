'use client';
import { Button, Field, Input, Note, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AppLink } from '../shell/app-link';
import { authRequest, failureOf } from './auth-request';
import { PasswordInput } from './password-input';

/** `next` is an address the server has checked. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ReturnType<typeof failureOf> | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    const status = await authRequest('sign-in/email', {
      email: String(form.get('email')).trim(),
      password: String(form.get('password')),
    });
    if (status === 200) return window.location.assign(next);
    setBusy(false);
    setFailure(failureOf(status));
  };
  const forgot = (
    <TextLink href="/forgot" className="xs" Link={AppLink}>
      {t('forgot')}
    </TextLink>
  );
  return (
    <form onSubmit={submit} method="post">
      {failure && (
        <Note tone="danger" urgent>
          {t(`failures.${failure}`)}
        </Note>
      )}
      <Field label={t('email')} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            inputSize="l"
            maxLength={200}
          />
        )}
      </Field>
      <Field label={t('password')} end={forgot} required>
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t('submit')}
      </Button>
      <p className="hint">{t('closed')}</p>
    </form>
  );
}
