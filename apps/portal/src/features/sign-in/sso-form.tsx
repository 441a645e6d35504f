'use client';
import { Button, Field, Input } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { AuthFailureNote } from './auth-failure-note';
import { startSso } from './start-sso';
import { useAuth } from './use-auth';

/** The domain of the address says which identity provider it is. */
export function SsoForm({ next }: { next: string }) {
  const t = useTranslations('ssoSignIn');
  const { run, busy, failure } = useAuth();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    await run(() => startSso({ email }, next));
  };
  return (
    <form onSubmit={submit} method="post">
      <AuthFailureNote failure={failure} refused={t('refused')} />
      <Field label={t('email')} hint={t('hint')} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            inputSize="l"
            maxLength={200}
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
