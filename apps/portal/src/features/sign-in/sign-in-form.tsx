'use client';
import { Button, Field, Input, LinkButton, Note, OrLine, TextLink } from '@ascent/ui';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AppLink } from '../shell/app-link';
import type { AuthFailure } from './auth-failure';
import { AuthFailureNote } from './auth-failure-note';
import { PasskeyButton } from './passkey-button';
import { PasswordInput } from './password-input';
import { startSso } from './start-sso';
import { useAuth } from './use-auth';
import { withNext } from './with-next';

type PasskeyFailure = AuthFailure | 'cancelled' | null;

/** `next` is an address the server has checked. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const { ask, run, busy, failure } = useAuth();
  const [byPasskey, setByPasskey] = useState<PasskeyFailure>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email')).trim();
    setByPasskey(null);
    const answer = await ask('sign-in/email', {
      email,
      password: String(form.get('password')),
      callbackURL: '/verify?done=1',
    });
    // The organisation wants single sign-on: there one goes.
    if ('why' in answer) {
      if (answer.why === 'ssoRequired') await run(() => startSso({ email }, next));
      return;
    }
    const secondStep = (answer.body as { twoFactorRedirect?: boolean } | null)?.twoFactorRedirect;
    window.location.assign(secondStep ? withNext('/sign-in/code', next) : next);
  };
  const forgot = (
    <TextLink href="/forgot" className="xs" Link={AppLink}>
      {t('forgot')}
    </TextLink>
  );
  return (
    <>
      <form onSubmit={submit} method="post">
        <AuthFailureNote failure={failure} refused={t('failures.refused')} />
        <PasskeyNote failure={byPasskey} />
        <Field label={t('email')} required>
          {(control) => (
            <Input
              {...control}
              type="email"
              name="email"
              autoComplete="username webauthn"
              inputSize="l"
              maxLength={200}
            />
          )}
        </Field>
        <Field label={t('password')} end={forgot} required>
          {(control) => (
            <PasswordInput {...control} name="password" autoComplete="current-password" maxLength={128} />
          )}
        </Field>
        <Button type="submit" variant="primary" size="l" block busy={busy}>
          {t('submit')}
        </Button>
      </form>
      <OrLine>{t('or')}</OrLine>
      <div className="flex flex-col gap-2">
        <LinkButton
          href={withNext('/sign-in/sso', next)}
          size="l"
          block
          icon={<Users aria-hidden />}
          Link={AppLink}
        >
          {t('sso')}
        </LinkButton>
        <PasskeyButton next={next} onFailure={setByPasskey} />
      </div>
      <p className="hint">{t('closed')}</p>
    </>
  );
}

function PasskeyNote({ failure }: { failure: PasskeyFailure }) {
  const t = useTranslations('signIn.failures');
  if (failure === 'cancelled')
    return (
      <Note tone="warn" urgent>
        {t('passkeyCancelled')}
      </Note>
    );
  return <AuthFailureNote failure={failure} refused={t('passkeyRefused')} />;
}
