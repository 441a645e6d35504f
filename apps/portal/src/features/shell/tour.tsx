'use client';
import { Button } from '@ascent/ui';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '@/client/trpc';
import { AppLink } from './app-link';

const STEPS = [
  ['overview', '/'],
  ['accounts', '/accounts'],
  ['matrix', '/matrix'],
  ['downloads', '/downloads'],
] as const;

/** A few words on where things are, on a reader's first visit; each step leads to its page. */
export function Tour() {
  const t = useTranslations('tour');
  const router = useRouter();
  const [step, setStep] = useState(0);
  const [closed, setClosed] = useState(false);
  const path = usePathname();
  // Only where it has something to say: elsewhere it would stand over what is to be clicked.
  if (closed || !STEPS.some(([, page]) => page === path)) return null;
  const [id, href] = STEPS[step]!;
  const end = () => {
    setClosed(true);
    void trpc.preference.change.mutate({ tourDone: true });
  };
  const next = () => {
    if (step === STEPS.length - 1) return end();
    setStep(step + 1);
    router.push(STEPS[step + 1]![1]);
  };
  return (
    <aside className="tour" aria-label={t('title')}>
      <p className="muted xs">{t('step', { step: step + 1, of: STEPS.length })}</p>
      <h2 className="h2">{t(`steps.${id}.title`)}</h2>
      <p>{t(`steps.${id}.text`)}</p>
      <div className="row">
        <Button size="s" variant="ghost" onClick={end}>
          {t('close')}
        </Button>
        <span className="push" />
        <AppLink href={href} className="btn s">
          {t('show')}
        </AppLink>
        <Button size="s" variant="primary" onClick={next}>
          {t(step === STEPS.length - 1 ? 'done' : 'next')}
        </Button>
      </div>
    </aside>
  );
}
