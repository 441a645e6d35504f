'use client';
import type { SavedView } from '@ascent/api';
import { Button, Check, Field, Input, Note, Popover, Radio, RadioGroup, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { useKeys } from '@/client/use-keys';
import { viewHref } from './grid-href';

/** A new view of what the grid shows, or the present one with what was changed. */
export function SaveView({
  view,
  query,
  modified,
}: {
  view: SavedView | null;
  query: string;
  modified: boolean;
}) {
  const t = useTranslations('accounts');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [team, setTeam] = useState(false);
  const [isDefault, setDefault] = useState(false);
  const { send, busy, why } = useSend(failureCode);
  useKeys({ v: () => setOpen(true) });
  const audience = team ? ('team' as const) : ('private' as const);
  const show = (id: string) => router.push(viewHref({ id, query }));
  const done = (text: string) => {
    setOpen(false);
    toast.success(text);
    router.refresh();
  };
  const save = () =>
    send(async () => {
      const { id } = await trpc.view.save.mutate({ name, query, audience, isDefault });
      show(id);
      done(t('viewSaved'));
    });
  const update = (own: SavedView) =>
    send(async () => {
      await trpc.view.change.mutate({ id: own.id, query });
      done(t('viewSaved'));
    });
  const remove = (own: SavedView) =>
    send(async () => {
      await trpc.view.remove.mutate({ id: own.id });
      router.push(`/accounts?${query}`);
      setOpen(false);
      toast.success(t('viewRemoved'), {
        action: {
          label: t('undo'),
          onClick: () =>
            void trpc.view.save
              .mutate({ name: own.name, query: own.query, audience: own.audience, isDefault: own.isDefault })
              .then(() => router.refresh()),
        },
      });
    });
  return (
    <Popover
      trigger={<Button size="s">{t('saveView')}</Button>}
      label={t('saveView')}
      title={t('saveView')}
      align="end"
      open={open}
      onOpenChange={setOpen}
    >
      <form
        className="flex w-72 flex-col gap-2 px-3 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void save();
        }}
      >
        {why && <Note tone="danger">{t('saveFailed')}</Note>}
        {view?.own && (
          <div className="row">
            {modified && (
              <Button size="s" variant="primary" busy={busy} onClick={() => update(view)}>
                {t('updateView', { name: view.name })}
              </Button>
            )}
            <Button size="s" variant="ghost" busy={busy} onClick={() => remove(view)}>
              {t('removeView', { name: view.name })}
            </Button>
          </div>
        )}
        <Field label={t('viewName')}>
          {(control) => (
            <Input
              {...control}
              inputSize="s"
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <RadioGroup legend={t('viewFor')}>
          <Radio name="audience" label={t('viewPrivate')} checked={!team} onChange={() => setTeam(false)} />
          <Radio name="audience" label={t('viewTeam')} checked={team} onChange={() => setTeam(true)} />
        </RadioGroup>
        <Check
          label={t('viewDefault')}
          checked={isDefault}
          onChange={(event) => setDefault(event.target.checked)}
        />
        <Button type="submit" size="s" busy={busy} aria-disabled={!name.trim() || undefined}>
          {t('saveAsNew')}
        </Button>
      </form>
    </Popover>
  );
}
