'use client';
import { Button, Note } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { authRequest } from './auth-request';

/** Signed in, but a member of no organisation, or of none any more. */
export function Outside({ email }: { email: string }) {
  const t = useTranslations('signIn.outside');
  return (
    <>
      <Note tone="warn" title={t('title', { email })}>
        {t('text')}
      </Note>
      <SignOutButton label={t('signOut')} />
    </>
  );
}

/** Stays on the page, which then shows itself to nobody. */
export function SignOutButton({ label }: { label: string }) {
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    await authRequest('sign-out', {});
    window.location.reload();
  };
  return (
    <Button size="l" block busy={busy} onClick={signOut}>
      {label}
    </Button>
  );
}
