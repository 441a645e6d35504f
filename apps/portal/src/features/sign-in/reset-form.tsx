'use client';
import { Button, Field, LinkButton, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AppLink } from '../shell/app-link';
import { authRequest, failureOf } from './auth-request';
import { PasswordInput } from './password-input';

const PASSWORD_LENGTH_MIN = 12;

export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('reset');
  const [state, setState] = useState<'idle' | 'busy' | 'done' | ReturnType<typeof failureOf>>('idle');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('password'));
    setState('busy');
    const status = await authRequest('reset-password', { newPassword, token });
    setState(status === 200 ? 'done' : failureOf(status));
  };
  if (state === 'done') {
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
      {state !== 'idle' && state !== 'busy' && (
        <Note tone="danger" urgent>
          {t(`failures.${state}`)}
        </Note>
      )}
      <Field label={t('password')} hint={t('rule', { min: PASSWORD_LENGTH_MIN })} required>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            minLength={PASSWORD_LENGTH_MIN}
            maxLength={128}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="l" block busy={state === 'busy'}>
        {t('submit')}
      </Button>
    </form>
  );
}
