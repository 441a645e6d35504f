'use client';
import { Note, Panel, Tag } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RecoveryCodes } from './recovery-codes';
import { SecondFactorManage } from './second-factor-manage';
import { SecondFactorSetup } from './second-factor-setup';

/** Time codes of an app: off, being set up, on; new recovery codes are shown once, whatever comes after. */
export function SecondFactorPanel({ on, hasPassword }: { on: boolean; hasPassword: boolean }) {
  const t = useTranslations('secondFactor');
  const router = useRouter();
  const [codes, setCodes] = useState<string[] | null>(null);
  const kept = () => {
    setCodes(null);
    router.refresh();
  };
  // Its codes are shown as soon as it works.
  const works = on || codes !== null;
  const tag = <Tag tone={works ? 'ok' : 'line'}>{works ? t('on') : t('off')}</Tag>;
  return (
    <Panel title={t('title')} end={tag} padded>
      {codes && <RecoveryCodes codes={codes} onKept={kept} />}
      {!codes && !hasPassword && <Note>{t('noPassword')}</Note>}
      {!codes && hasPassword && on && <SecondFactorManage onCodes={setCodes} />}
      {!codes && hasPassword && !on && <SecondFactorSetup onCodes={setCodes} />}
    </Panel>
  );
}
