'use client';
import type { Preferences } from '@ascent/api';
import { Button, Check, Note, Panel, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { rememberKeys } from '@/client/use-keys';

/** Each choice is kept at once; language and theme stand in the menu of the person. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const [shown, setShown] = useState(preferences);
  const { send, why } = useSend(failureCode);
  const change = (next: Partial<Preferences>) => {
    const before = shown;
    setShown({ ...shown, ...next });
    void send(async () => {
      try {
        const kept = await trpc.preference.change.mutate(next);
        rememberKeys(kept.keys);
        toast.success(t('saved'));
        router.refresh();
      } catch (cause) {
        setShown(before);
        throw cause;
      }
    });
  };
  const mail = (part: Partial<Preferences['mail']>) => change({ mail: { ...shown.mail, ...part } });
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {why && <Note tone="danger">{t('notSaved')}</Note>}
      <Panel title={t('mails')} padded>
        <Check
          label={t('mailRelease')}
          checked={shown.mail.release}
          onChange={(event) => mail({ release: event.target.checked })}
        />
        <Check
          label={t('mailFeedback')}
          checked={shown.mail.feedback}
          onChange={(event) => mail({ feedback: event.target.checked })}
        />
      </Panel>
      <Panel title={t('keyboard')} padded>
        <Check
          label={t('singleKeys')}
          hint={t('singleKeysHint')}
          checked={shown.keys}
          onChange={(event) => change({ keys: event.target.checked })}
        />
      </Panel>
      <Panel title={t('tour')} padded>
        <Button onClick={() => change({ tourDone: false })}>{t('tourAgain')}</Button>
      </Panel>
    </div>
  );
}
