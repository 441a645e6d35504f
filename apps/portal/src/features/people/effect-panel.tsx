'use client';
import type { RightsEffect } from '@ascent/api';
import { formatInteger, Panel, Skeleton } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import { type Draft, grantsOf } from './rights';

const NAMED = 3;

/** What the person will see, counted from the release by the server before anything is saved. */
export function EffectPanel({ name, draft, all }: { name: string; draft: Draft; all: number }) {
  const t = useTranslations('people');
  const locale = useAppLocale();
  const [effect, setEffect] = useState<RightsEffect | 'failed' | null>(null);
  const asked = JSON.stringify(grantsOf(draft));
  useEffect(() => {
    let gone = false;
    trpc.people.effect.query({ grants: JSON.parse(asked) }).then(
      (found) => !gone && setEffect(found),
      () => !gone && setEffect('failed'),
    );
    return () => {
      gone = true;
    };
  }, [asked]);
  return (
    <Panel title={t('effect', { name })}>
      <div className="px-3.5 py-2.5" aria-live="polite">
        {effect === null && <Skeleton />}
        {effect === 'failed' && <p className="hint">{t('effectFailed')}</p>}
        {effect !== null && effect !== 'failed' && (
          <dl className="facts-list">
            <div>
              <dt>{t('accounts')}</dt>
              <dd>
                {t('ofAll', {
                  accounts: formatInteger(effect.accounts, locale),
                  all: formatInteger(all, locale),
                })}
              </dd>
            </div>
            <div>
              <dt>{t('revenue')}</dt>
              <dd>{t(effect.seesSensitive ? 'seesRevenue' : 'noRevenue')}</dd>
            </div>
            {effect.hidden.length > 0 && (
              <div>
                <dt>{t('hidden')}</dt>
                <dd>
                  <code>{effect.hidden.slice(0, NAMED).join(', ')}</code>{' '}
                  {effect.hidden.length > NAMED && t('andMore', { count: effect.hidden.length - NAMED })}
                </dd>
              </div>
            )}
          </dl>
        )}
        {effect !== null && effect !== 'failed' && <p className="hint">{t('mixedNote')}</p>}
      </div>
    </Panel>
  );
}
