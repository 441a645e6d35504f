'use client';
import { Button, Field, Input, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AuthFailureNote } from './auth-failure-note';
import { useAuth } from './use-auth';

/** Sends the link again; says the same whether the address is known, waits or is confirmed. */
export function VerifyForm() {
  const t = useTranslations('verify');
  const { ask, busy, failure, rest } = useAuth();
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    const answer = await ask('send-verification-email', { email, callbackURL: '/verify?done=1' });
    rest();
    setSent('body' in answer);
  };
  return (
    <form onSubmit={submit} method="post">
      {sent && (
        <Note tone="ok" title={t('sentTitle')} urgent>
          {t('sentText')}
        </Note>
      )}
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
      <Button type="submit" size="l" block busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
