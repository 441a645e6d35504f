'use client';
import { Button, Field, Input, LinkButton, Note } from '@ascent/ui';
import { KeyRound, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { trpc } from '@/client/trpc';
import { AppLink } from '../shell/app-link';
import { RequestFields, SendFailure, textOf } from './request-fields';
import { useSend } from './use-send';

/** For somebody who cannot sign in: what usually helps first, then the form. */
export function PublicRequest() {
  const t = useTranslations('publicHelp');
  const [opened, setOpened] = useState(false);
  const [number, setNumber] = useState<number | null>(null);
  if (number !== null) {
    return (
      <Note tone="ok" title={t('sentTitle', { number: String(number) })} urgent>
        {t('sentText')}
      </Note>
    );
  }
  if (opened) return <PublicForm onSent={setNumber} />;
  return (
    <>
      <h2 className="h2">{t('solutions')}</h2>
      <Solution icon={<KeyRound aria-hidden />} title={t('resetTitle')} text={t('resetText')} />
      <LinkButton href="/forgot" block size="l" Link={AppLink}>
        {t('resetAct')}
      </LinkButton>
      <Solution icon={<UserRound aria-hidden />} title={t('adminTitle')} text={t('adminText')} />
      <Button variant="primary" size="l" block onClick={() => setOpened(true)}>
        {t('provideDetails')}
      </Button>
    </>
  );
}

function Solution({ icon, title, text }: { icon: React.ReactNode; title: string; text: string }) {
  return (
    <div className="row items-start">
      <span className="pt-0.5">{icon}</span>
      <div>
        <p className="b">{title}</p>
        <p className="dim">{text}</p>
      </div>
    </div>
  );
}

function PublicForm({ onSent }: { onSent: (number: number) => void }) {
  const t = useTranslations('publicHelp');
  const { send, busy, why } = useSend();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, email] = [textOf(form, 'name'), textOf(form, 'email')];
    const [summary, details] = [textOf(form, 'summary'), textOf(form, 'details')];
    send(async () => onSent((await trpc.ticket.openPublic.mutate({ name, email, summary, details })).number));
  };
  return (
    <form onSubmit={submit} method="post">
      <SendFailure why={why} />
      <Field label={t('name')} required>
        {(control) => <Input {...control} name="name" autoComplete="name" maxLength={120} />}
      </Field>
      <Field label={t('email')} required>
        {(control) => <Input {...control} type="email" name="email" autoComplete="email" maxLength={200} />}
      </Field>
      <RequestFields />
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t('send')}
      </Button>
    </form>
  );
}
