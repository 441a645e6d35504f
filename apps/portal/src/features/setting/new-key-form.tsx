'use client';
import { Button, Check, Field, Input, Note, Panel, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';

const SCOPES = ['accounts:read', 'reports:read', 'audiences:read'] as const;

/** Makes a key, and shows it this once. */
export function NewKeyForm() {
  const t = useTranslations('settings');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [token, setToken] = useState<string | null>(null);
  const { send, busy, why } = useSend(failureCode);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const scopes = SCOPES.filter((scope) => data.get(scope) !== null);
    void send(async () => {
      const made = await trpc.key.create.mutate({
        name: String(data.get('name')),
        scopes,
        expiresAt: String(data.get('expiresAt')) || null,
      });
      setToken(made.token);
      form.current?.reset();
      router.refresh();
    });
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      toast.success(t('copied'));
    } catch {
      toast.error(t('notCopied'));
    }
  };
  return (
    <Panel title={t('newKey')} padded>
      {token && (
        <Note
          tone="ok"
          title={t('keyOnce')}
          urgent
          end={
            <Button size="s" onClick={() => copy(token)}>
              {t('copy')}
            </Button>
          }
        >
          <code data-testid="new-key">{token}</code>
        </Note>
      )}
      {why && <Note tone="danger">{t('notSaved')}</Note>}
      <form ref={form} onSubmit={submit} className="row flex-wrap items-end">
        <Field label={t('keyName')} required>
          {(control) => <Input {...control} name="name" maxLength={80} />}
        </Field>
        <Field label={t('expires')}>{(control) => <Input {...control} type="date" name="expiresAt" />}</Field>
        <fieldset className="row">
          <legend className="sr">{t('scopes')}</legend>
          {SCOPES.map((scope) => (
            <Check
              key={scope}
              name={scope}
              defaultChecked
              label={t(`scopeNames.${scope.replace(':', '-')}`)}
            />
          ))}
        </fieldset>
        <Button type="submit" variant="primary" busy={busy}>
          {t('makeKey')}
        </Button>
      </form>
      <p className="hint">{t('keyNote')}</p>
    </Panel>
  );
}
