'use client';
import { Button, Field, Input, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AuthFailureNote } from './auth-failure-note';
import { useAuth } from './use-auth';

/** Says the same whether the address is known or not. */
export function ForgotForm() {
  const t = useTranslations('forgot');
  const { ask, busy, failure } = useAuth();
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    const answer = await ask('request-password-reset', { email, redirectTo: '/reset' });
    setSent('body' in answer);
  };
  if (sent) {
    return (
      <Note tone="ok" title={t('sentTitle')} urgent>
        {t('sentText')}
      </Note>
    );
  }
  return (
    <form onSubmit={submit} method="post">
      <AuthFailureNote failure={failure} refused={t('refused')} />
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
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
