'use client';
import { Button, OrLine } from '@ascent/ui';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AuthFailureNote } from '../sign-in/auth-failure-note';
import { startSso } from '../sign-in/start-sso';
import { useAuth } from '../sign-in/use-auth';

/** Takes the invitation through the organisation's identity provider: it says whose the address is. */
export function SsoButton({ providerId, primary }: { providerId: string; primary: boolean }) {
  const t = useTranslations('invitation');
  const { run, busy, failure } = useAuth();
  const start = () => run(() => startSso({ providerId }, new URL('/', window.location.origin).href));
  return (
    <>
      <AuthFailureNote failure={failure} refused={t('failures.other')} />
      <Button
        variant={primary ? 'primary' : 'default'}
        size="l"
        block
        icon={<Users aria-hidden />}
        busy={busy}
        onClick={start}
      >
        {t('sso')}
      </Button>
      {!primary && <OrLine>{t('or')}</OrLine>}
    </>
  );
}
