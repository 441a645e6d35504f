'use client';
import { Button, Field, Input } from '@ascent/ui';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AuthFailureNote } from '../sign-in/auth-failure-note';
import { textIn } from '../sign-in/auth-request';
import { useAuth } from '../sign-in/use-auth';
import { PasswordField } from './password-field';

// Loaded when somebody turns the second factor on.
const QrCode = dynamic(() => import('./qr-code').then(({ QrCode: code }) => code), { ssr: false });

type Pending = { address: string; codes: string[] };

/** First the password, then the app reads the picture, then its code proves that it did. */
export function SecondFactorSetup({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const t = useTranslations('secondFactor');
  const { ask, busy, failure, rest, setFailure } = useAuth();
  const [pending, setPending] = useState<Pending | null>(null);
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    const answer = await ask('two-factor/enable', { password });
    rest();
    if ('why' in answer) return;
    const { backupCodes = [] } = answer.body as { backupCodes?: string[] };
    setPending({ address: textIn(answer.body, 'totpURI') ?? '', codes: backupCodes });
  };
  const prove = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code')).replaceAll(/\s/g, '');
    const answer = await ask('two-factor/verify-totp', { code });
    rest();
    if ('body' in answer && pending) onCodes(pending.codes);
  };
  const leave = () => {
    setFailure(null);
    setPending(null);
  };
  if (!pending)
    return (
      <form onSubmit={begin} method="post" className="flex flex-col gap-4">
        <p className="dim">{t('about')}</p>
        <AuthFailureNote failure={failure} refused={t('passwordRefused')} />
        <PasswordField />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t('begin')}
          </Button>
        </div>
      </form>
    );
  return (
    <form onSubmit={prove} method="post" className="flex flex-col gap-4">
      <p className="dim">{t('scan')}</p>
      <div className="flex flex-wrap items-start gap-4">
        <QrCode text={pending.address} label={t('qrLabel')} />
        <div className="min-w-0 flex-1 basis-48">
          <p className="lbl">{t('secret')}</p>
          <p className="mono mt-1 break-all" data-testid="totp-secret">
            {grouped(secretOf(pending.address))}
          </p>
          <p className="hint mt-1">{t('secretHint')}</p>
        </div>
      </div>
      <AuthFailureNote failure={failure} refused={t('codeRefused')} />
      <Field label={t('code')} hint={t('codeHint')} required>
        {(control) => (
          <Input
            {...control}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\s*(\d\s*){6}"
            title={t('codeHint')}
            maxLength={12}
          />
        )}
      </Field>
      <div className="row">
        <Button type="submit" variant="primary" busy={busy}>
          {t('turnOn')}
        </Button>
        <Button variant="ghost" onClick={leave}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function secretOf(address: string): string {
  return new URL(address).searchParams.get('secret') ?? '';
}

/** Easier to type in by hand. */
function grouped(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
