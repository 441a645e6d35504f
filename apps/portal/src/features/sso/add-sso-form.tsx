'use client';
import { Button, Field, Input, Note, Select, Textarea, toast } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { trpc } from '@/client/trpc';
import { useSend } from '../ticket/use-send';

type NewSso = Parameters<typeof trpc.sso.add.mutate>[0];
type Kind = NewSso['kind'];
type Name =
  | 'tenantId'
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'metadata'
  | 'entityId'
  | 'signOnUrl'
  | 'certificate';

/** What each kind is asked, in the order of the provider's own pages. */
const FIELDS: Record<Kind, Name[]> = {
  entra: ['tenantId', 'clientId', 'clientSecret'],
  google: ['clientId', 'clientSecret'],
  oidc: ['issuer', 'clientId', 'clientSecret'],
  'saml-metadata': ['metadata'],
  saml: ['entityId', 'signOnUrl', 'certificate'],
};
const KINDS = Object.keys(FIELDS) as Kind[];
const LONG: Name[] = ['metadata', 'certificate'];

export function AddSsoForm() {
  const t = useTranslations('signOn');
  const router = useRouter();
  const { send, busy, why } = useSend();
  const [kind, setKind] = useState<Kind>('entra');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const given = Object.fromEntries(FIELDS[kind].map((name) => [name, String(form.get(name)).trim()]));
    send(async () => {
      await trpc.sso.add.mutate({ kind, domain: String(form.get('domain')), ...given } as NewSso);
      element.reset();
      toast(t('added'));
      router.refresh();
    });
  };
  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      {why && (
        <Note tone="danger" urgent>
          {t(`failures.${why === 'invalid' || why === 'conflict' ? why : 'other'}`)}
        </Note>
      )}
      <Field label={t('kind')} required>
        {(control) => (
          <Select
            {...control}
            name="kind"
            value={kind}
            onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? 'entra')}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`newKinds.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('domain')} hint={t('domainHint')} required>
        {(control) => <Input {...control} name="domain" autoComplete="off" maxLength={200} />}
      </Field>
      {FIELDS[kind].map((name) => (
        <SsoField key={`${kind}-${name}`} name={name} />
      ))}
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function SsoField({ name }: { name: Name }) {
  const t = useTranslations('signOn');
  return (
    <Field label={t(`fields.${name}.label`)} hint={t(`fields.${name}.hint`)} required>
      {(control) => {
        const given = { ...control, name, autoComplete: 'off', spellCheck: false };
        if (LONG.includes(name)) return <Textarea {...given} className="mono" rows={6} />;
        // Not a password of this person: the browser is not to keep it.
        return <Input {...given} type={name === 'clientSecret' ? 'password' : 'text'} maxLength={1000} />;
      }}
    </Field>
  );
}
