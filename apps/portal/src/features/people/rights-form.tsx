'use client';
import type { PersonLine, Place } from '@ascent/api';
import { Button, Check, Dialog, Note, Panel, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { EffectPanel } from './effect-panel';
import { changedPlaces, draftOf, grantsOf, isChanged } from './rights';
import { RightsGrid } from './rights-grid';

/** One person's access: what a change will reveal stands beside it before it is saved. */
export function RightsForm({ person, places, all, partnerId }: RightsFormProps) {
  const t = useTranslations('people');
  const router = useRouter();
  const before = draftOf(person.grants);
  const [draft, setDraft] = useState(before);
  const [removing, setRemoving] = useState(false);
  const { send, busy, why } = useSend(failureCode);
  const changed = isChanged(before, draft);
  const save = () =>
    send(async () => {
      await trpc.people.changeRights.mutate({ userId: person.userId, grants: grantsOf(draft) });
      const undo = grantsOf(before);
      toast.success(t('saved', { name: person.name }), {
        action: {
          label: t('undo'),
          onClick: () =>
            void trpc.people.changeRights.mutate({ userId: person.userId, grants: undo }).then(() => {
              setDraft(before);
              router.refresh();
            }),
        },
      });
      router.refresh();
    });
  const remove = () =>
    send(async () => {
      await trpc.people.remove.mutate({ userId: person.userId });
      toast.success(t('removed', { name: person.name }));
      router.push('/settings/people');
      router.refresh();
    });
  return (
    <div className="flex flex-col gap-4">
      {why && <Note tone="danger">{t(why === 'conflict' ? 'lastAdmin' : 'notSaved')}</Note>}
      <div className="row flex-wrap">
        <b>{t('also')}</b>
        <Check
          label={t('roles.admin')}
          checked={draft.admin}
          onChange={(event) => setDraft({ ...draft, admin: event.target.checked })}
        />
        <Check
          label={t('roles.campaigns')}
          checked={draft.campaigns}
          onChange={(event) => setDraft({ ...draft, campaigns: event.target.checked })}
        />
        <span className="push" />
        <Dialog
          trigger={
            <Button variant="ghost" size="s">
              {t('remove')}
            </Button>
          }
          title={t('removeTitle', { name: person.name })}
          open={removing}
          onOpenChange={setRemoving}
          confirm={t('remove')}
          cancel={t('cancel')}
          onConfirm={remove}
          danger
          busy={busy}
        >
          {t('removeText')}
        </Dialog>
      </div>
      <Panel title={t('data')} note={t('dataNote')}>
        <RightsGrid
          places={places}
          all={all}
          partnerId={partnerId}
          draft={draft}
          before={before}
          onChange={(data) => setDraft({ ...draft, data })}
        />
      </Panel>
      <EffectPanel name={person.name} draft={draft} all={all} />
      {changed && (
        <div className="savebar" role="status">
          <span>
            <b>{t('unsaved', { count: Math.max(1, changedPlaces(before, draft).length) })}</b> {t('fromNext')}
          </span>
          <span className="push" />
          <Button onClick={() => setDraft(before)}>{t('discard')}</Button>
          <Button variant="primary" busy={busy} onClick={save}>
            {t('save')}
          </Button>
        </div>
      )}
    </div>
  );
}

type RightsFormProps = { person: PersonLine; places: Place[]; all: number; partnerId: string };
