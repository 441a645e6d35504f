'use client';
import { Button, Check, Field, Input, LinkButton } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AppLink } from '../shell/app-link';
import { AuthFailureNote } from './auth-failure-note';
import { useAuth } from './use-auth';
import { withNext } from './with-next';

const WAYS = {
  app: { path: 'two-factor/verify-totp', other: 'recovery', read: withoutSpaces },
  recovery: { path: 'two-factor/verify-backup-code', other: 'app', read: recoveryCode },
} as const;

/** The second step: the app's code, or a recovery code in its place. */
export function CodeForm({ next }: { next: string }) {
  const t = useTranslations('code');
  const { ask, busy, failure, setFailure } = useAuth();
  const [way, setWay] = useState<keyof typeof WAYS>('app');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answer = await ask(WAYS[way].path, {
      code: WAYS[way].read(String(form.get('code'))),
      trustDevice: form.get('trust') !== null,
    });
    if ('body' in answer) window.location.assign(next);
  };
  const change = () => {
    setFailure(null);
    setWay(WAYS[way].other);
  };
  return (
    <form onSubmit={submit} method="post">
      <AuthFailureNote failure={failure} refused={t(`refused.${way}`)} />
      {failure?.why === 'expired' ? (
        <LinkButton href={withNext('/sign-in', next)} variant="primary" size="l" block Link={AppLink}>
          {t('again')}
        </LinkButton>
      ) : (
        <>
          {/* Another field, not the same one with another label: what was typed is no code of the other kind. */}
          <CodeField key={way} way={way} />
          <Check name="trust" label={t('trust')} hint={t('trustHint')} />
          <Button type="submit" variant="primary" size="l" block busy={busy}>
            {t('submit')}
          </Button>
          <Button size="l" block onClick={change}>
            {t(`use.${WAYS[way].other}`)}
          </Button>
        </>
      )}
    </form>
  );
}

function withoutSpaces(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}

/** Typed off a sheet of paper: in capitals perhaps, and without the line in the middle. */
function recoveryCode(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^(.{5})(?=.)/, '$1-');
}

function CodeField({ way }: { way: keyof typeof WAYS }) {
  const t = useTranslations('code');
  return (
    <Field label={t(`label.${way}`)} hint={t(`hint.${way}`)} required>
      {(control) =>
        way === 'app' ? (
          <Input
            {...control}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\s*(\d\s*){6}"
            title={t('hint.app')}
            maxLength={12}
            inputSize="l"
            autoFocus
          />
        ) : (
          <Input
            {...control}
            name="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            inputSize="l"
            autoFocus
          />
        )
      }
    </Field>
  );
}
