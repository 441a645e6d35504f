'use client';
import type { OrganisationSettings } from '@ascent/api';
import { Button, Check, Field, Note, Panel, Select, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';

const LOGO_BYTES_MAX = 110_000;
const KINDS = ['image/png', 'image/jpeg', 'image/webp'];

export function OrganisationForm({ settings, name }: { settings: OrganisationSettings; name: string }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const [draft, setDraft] = useState(settings);
  const [logoWrong, setLogoWrong] = useState(false);
  const { send, busy, why } = useSend(failureCode);
  const changed = JSON.stringify(draft) !== JSON.stringify(settings);
  const save = () =>
    send(async () => {
      await trpc.setting.change.mutate(draft);
      toast.success(t('saved'));
      router.refresh();
    });
  const readLogo = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    const isWrong = file.size > LOGO_BYTES_MAX || !KINDS.includes(file.type);
    setLogoWrong(isWrong);
    if (isWrong) return;
    const reader = new FileReader();
    reader.onload = () => setDraft({ ...draft, logo: String(reader.result) });
    reader.readAsDataURL(file);
  };
  const pick = <K extends 'locale' | 'csvSeparator' | 'decimal'>(field: K, value: OrganisationSettings[K]) =>
    setDraft({ ...draft, [field]: value });
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {why && <Note tone="danger">{t('notSaved')}</Note>}
      <Panel title={t('logo')} note={name} padded>
        <div className="row">
          {draft.logo ? (
            <img src={draft.logo} alt={t('logoAlt', { name })} width={96} height={96} className="logo" />
          ) : (
            <span className="muted">{t('noLogo')}</span>
          )}
          <Field label={t('chooseLogo')} hint={t('logoHint')} error={logoWrong ? t('logoWrong') : undefined}>
            {(control) => <input {...control} type="file" accept={KINDS.join(',')} onChange={readLogo} />}
          </Field>
          {draft.logo && (
            <Button size="s" variant="ghost" onClick={() => setDraft({ ...draft, logo: null })}>
              {t('removeLogo')}
            </Button>
          )}
        </div>
      </Panel>
      <Panel title={t('languageAndFiles')} padded>
        <div className="row flex-wrap items-start">
          <Field label={t('language')} hint={t('languageHint')}>
            {(control) => (
              <Select
                {...control}
                value={draft.locale ?? ''}
                onChange={(event) =>
                  pick('locale', (event.target.value || null) as OrganisationSettings['locale'])
                }
              >
                <option value="">{t('browserLanguage')}</option>
                <option value="en">English</option>
                <option value="pt-BR">Português (Brasil)</option>
              </Select>
            )}
          </Field>
          <Field label={t('separator')}>
            {(control) => (
              <Select
                {...control}
                value={draft.csvSeparator}
                onChange={(event) =>
                  pick('csvSeparator', event.target.value as OrganisationSettings['csvSeparator'])
                }
              >
                <option value=",">{t('comma')}</option>
                <option value=";">{t('semicolon')}</option>
                <option value={'\t'}>{t('tab')}</option>
              </Select>
            )}
          </Field>
          <Field label={t('decimal')}>
            {(control) => (
              <Select
                {...control}
                value={draft.decimal}
                onChange={(event) => pick('decimal', event.target.value as OrganisationSettings['decimal'])}
              >
                <option value=".">1,234.5</option>
                <option value=",">1.234,5</option>
              </Select>
            )}
          </Field>
        </div>
        <Check
          label={t('bom')}
          hint={t('bomHint')}
          checked={draft.bom}
          onChange={(event) => setDraft({ ...draft, bom: event.target.checked })}
        />
      </Panel>
      {changed && (
        <div className="savebar" role="status">
          <b>{t('unsaved')}</b>
          <span className="push" />
          <Button onClick={() => setDraft(settings)}>{t('discard')}</Button>
          <Button variant="primary" busy={busy} onClick={save}>
            {t('save')}
          </Button>
        </div>
      )}
    </div>
  );
}
