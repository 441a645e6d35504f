'use client';
import { Button } from '@ascent/ui';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type AuthFailure, failureIn } from './auth-failure';
import { isCancelled, signInByPasskey } from './passkey';

/** The button, and the browser's own offer in the field of the address. */
export function PasskeyButton({ next, onFailure }: PasskeyButtonProps) {
  const t = useTranslations('signIn');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    signInByPasskey({ autofill: true }).then((answer) => {
      if (!left && answer.status === 200) window.location.assign(next);
    });
    return () => {
      left = true;
    };
  }, [next]);
  const use = async () => {
    setBusy(true);
    onFailure(null);
    const answer = await signInByPasskey({ autofill: false });
    if (answer.status === 200) return window.location.assign(next);
    setBusy(false);
    if (isCancelled(answer)) return onFailure('cancelled');
    onFailure(failureIn(answer));
  };
  return (
    <Button size="l" block icon={<KeyRound aria-hidden />} busy={busy} onClick={use}>
      {t('passkey')}
    </Button>
  );
}

type PasskeyButtonProps = { next: string; onFailure: (failure: AuthFailure | 'cancelled' | null) => void };
