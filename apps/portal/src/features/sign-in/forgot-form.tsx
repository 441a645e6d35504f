'use client';
import { Button, Field, Input, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { authRequest, failureOf } from './auth-request';

/** Says the same whether the address is known or not. */
export function ForgotForm() {
  const t = useTranslations('forgot');
  const failures = useTranslations('signIn.failures');
  const [state, setState] = useState<'idle' | 'busy' | 'sent' | 'tooMany' | 'unavailable'>('idle');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setState('busy');
    const status = await authRequest('request-password-reset', { email, redirectTo: '/reset' });
    const failure = failureOf(status);
    setState(status === 200 ? 'sent' : failure === 'tooMany' ? 'tooMany' : 'unavailable');
  };
  if (state === 'sent') {
    return (
      <Note tone="ok" title={t('sentTitle')} urgent>
        {t('sentText')}
      </Note>
    );
  }
  return (
    <form onSubmit={submit} method="post">
      {(state === 'tooMany' || state === 'unavailable') && (
        <Note tone="danger" urgent>
          {failures(state)}
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
      <Button type="submit" variant="primary" size="l" block busy={state === 'busy'}>
        {t('submit')}
      </Button>
    </form>
  );
}
