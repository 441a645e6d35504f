'use client';
import type { SsoLine } from '@ascent/api';
import { Button, Check, Dialog, Note, Panel, Tag, toast } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { trpc } from '@/client/trpc';
import { startSso } from '../sign-in/start-sso';
import { useAuth } from '../sign-in/use-auth';
import { useSend } from '../ticket/use-send';
import { CopyValue } from './copy-value';

/** One identity provider: three steps to working, and whether it is the only way. */
export function SsoPanel({ provider }: { provider: SsoLine }) {
  const t = useTranslations('signOn');
  const state = provider.enforced ? 'enforced' : provider.domainVerified ? 'proven' : 'waiting';
  return (
    <Panel
      title={provider.domain}
      note={t(`kinds.${provider.kind}`)}
      end={<Tag tone={state === 'waiting' ? 'warn' : 'ok'}>{t(`states.${state}`)}</Tag>}
    >
      <ol>
        <Step number={1} title={t('tell.title')} text={t('tell.text')}>
          <OurAddresses ours={provider.ours} />
        </Step>
        <Step number={2} title={t('prove.title')} text={t('prove.text', { domain: provider.domain })}>
          <Proof provider={provider} />
        </Step>
        <Step number={3} title={t('test.title')} text={t('test.text')}>
          <Test provider={provider} />
        </Step>
        <Step number={4} title={t('enforce.title')} text={t('enforce.text', { domain: provider.domain })}>
          <Enforce provider={provider} />
        </Step>
      </ol>
      <div className="more">
        <span className="min-w-0 break-all">{t('issuer', { issuer: provider.issuer })}</span>
        <Remove provider={provider} />
      </div>
    </Panel>
  );
}

function Step({ number, title, text, children }: StepProps) {
  return (
    <li className="flex gap-3 border-b border-(--line) px-3.5 py-3 last:border-0">
      <span className="muted" aria-hidden>
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div>
          <h3 className="b">{title}</h3>
          <p className="dim">{text}</p>
        </div>
        {children}
      </div>
    </li>
  );
}

function OurAddresses({ ours }: { ours: SsoLine['ours'] }) {
  const t = useTranslations('signOn.tell');
  if ('redirectUrl' in ours) return <CopyValue label={t('redirectUrl')} value={ours.redirectUrl} />;
  return (
    <>
      <CopyValue label={t('acsUrl')} value={ours.acsUrl} />
      <CopyValue label={t('entityId')} value={ours.entityId} />
      <CopyValue label={t('metadataUrl')} value={ours.metadataUrl} />
    </>
  );
}

function Proof({ provider: { id, domainVerified, record } }: SsoPanelProps) {
  const t = useTranslations('signOn.prove');
  const { change, busy, why } = useChange();
  if (domainVerified) return <Tag tone="ok">{t('done')}</Tag>;
  return (
    <>
      <CopyValue label={t('name')} value={record.name} />
      <CopyValue label={t('value')} value={record.value} />
      {why && (
        <Note tone="warn" urgent>
          {t(why === 'conflict' ? 'notYet' : 'failed')}
        </Note>
      )}
      <div>
        <Button busy={busy} onClick={() => change(() => trpc.sso.proveDomain.mutate({ id }), t('done'))}>
          {t('check')}
        </Button>
      </div>
    </>
  );
}

function Test({ provider: { id, domainVerified, people } }: SsoPanelProps) {
  const t = useTranslations('signOn.test');
  const { run, busy, failure } = useAuth();
  const start = () =>
    run(() => startSso({ providerId: id }, new URL('/settings/sign-on', window.location.origin).href));
  return (
    <>
      {failure && (
        <Note tone="danger" urgent>
          {t('failed')}
        </Note>
      )}
      <div className="row flex-wrap">
        <Button busy={busy} disabled={!domainVerified} onClick={start}>
          {t('start')}
        </Button>
        <span className="muted xs">{t('people', { count: people })}</span>
      </div>
    </>
  );
}

function Enforce({ provider: { id, enforced, canEnforce, domainVerified, people } }: SsoPanelProps) {
  const t = useTranslations('signOn.enforce');
  const { change, busy, why } = useChange();
  if (!canEnforce) return <Note>{t('host')}</Note>;
  const ready = domainVerified && people > 0;
  const set = (next: boolean) =>
    change(() => trpc.sso.enforce.mutate({ id, enforced: next }), t(next ? 'turnedOn' : 'turnedOff'));
  return (
    <>
      {why && (
        <Note tone="danger" urgent>
          {t('failed')}
        </Note>
      )}
      <Check
        label={t('label')}
        hint={ready || enforced ? t('hint') : t('notReady')}
        checked={enforced}
        disabled={busy || (!ready && !enforced)}
        onChange={(event) => set(event.target.checked)}
      />
    </>
  );
}

function Remove({ provider: { id, domain, people } }: SsoPanelProps) {
  const t = useTranslations('signOn.remove');
  const { change, busy } = useChange();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="s">{t('start')}</Button>}
      open={open}
      onOpenChange={setOpen}
      title={t('title', { domain })}
      confirm={t('start')}
      cancel={t('cancel')}
      onConfirm={() => change(() => trpc.sso.remove.mutate({ id }), t('done'))}
      busy={busy}
      danger
    >
      {t('text', { count: people })}
    </Dialog>
  );
}

/** One change of the provider; afterwards the page is read anew. */
function useChange() {
  const router = useRouter();
  const { send, busy, why } = useSend();
  const change = (work: () => Promise<unknown>, said: string) =>
    send(async () => {
      await work();
      toast(said);
      router.refresh();
    });
  return { change, busy, why };
}

type SsoPanelProps = { provider: SsoLine };
type StepProps = { number: number; title: string; text: string; children: ReactNode };
