'use client';
import { Button, Field, Input, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { trpc } from '@/client/trpc';
import { authRequest } from '../sign-in/auth-request';
import { NewPassword } from '../sign-in/new-password';
import { UsernameOf } from '../sign-in/username-of';
import { useSend } from '../ticket/use-send';

type AcceptFormProps = { id: string; token: string; email: string; name: string };

/** Somebody new chooses a name and a password, and is signed in at once. */
export function AcceptForm({ id, token, email, name }: AcceptFormProps) {
  const t = useTranslations('invitation');
  const { send, busy, why } = useSend();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('newPassword'));
    send(async () => {
      await trpc.invite.accept.mutate({ id, token, name: String(form.get('name')), password });
      await authRequest('sign-in/email', { email, password });
      // A session or none: the first page knows.
      window.location.assign('/');
    });
  };
  return (
    <form onSubmit={submit} method="post">
      {why && (
        <Note tone="danger" urgent>
          {t(`failures.${why === 'conflict' ? 'conflict' : 'other'}`)}
        </Note>
      )}
      <UsernameOf email={email} />
      <Field label={t('name')} required>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            inputSize="l"
            defaultValue={name}
            maxLength={120}
          />
        )}
      </Field>
      <NewPassword label={t('password')} />
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t('accept')}
      </Button>
    </form>
  );
}
