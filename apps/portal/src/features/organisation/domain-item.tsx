'use client';
import type { DomainLine } from '@ascent/api';
import { Button, Dialog, Note, Tag, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { ProveDomain } from './prove-domain';

/** A domain with its identity provider: proven, by whom signed in by, or what is left to do. */
export function DomainItem({ line }: { line: DomainLine }) {
  const t = useTranslations('organisations');
  const { domain, issuer, proven, enforced, people } = line;
  const state = enforced ? 'enforced' : proven ? 'proven' : 'waiting';
  return (
    <li className="flex flex-col gap-3 border-b border-line px-3.5 py-3 last:border-0">
      <div className="row flex-wrap">
        <span className="min-w-0 flex-1 basis-48">
          <b className="ell block">{domain}</b>
          <span className="muted xs block break-all">
            {t('issuer', { issuer })} · {t('signedIn', { count: people })}
          </span>
        </span>
        <Tag tone={proven ? 'ok' : 'warn'}>{t(`states.${state}`)}</Tag>
        {proven && <TakeBack line={line} />}
      </div>
      {!proven && <ProveDomain line={line} />}
    </li>
  );
}

function TakeBack({ line: { id, domain } }: { line: DomainLine }) {
  const t = useTranslations('organisations');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, busy, why } = useSend(failureCode);
  const takeBack = () =>
    send(async () => {
      await trpc.organisation.takeBackDomain.mutate({ id });
      setOpen(false);
      toast.success(t('tookBack', { domain }));
      router.refresh();
    });
  return (
    <Dialog
      trigger={
        <Button size="s" variant="ghost">
          {t('takeBack')}
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      title={t('takeBackTitle', { domain })}
      confirm={t('takeBack')}
      cancel={t('cancel')}
      onConfirm={takeBack}
      busy={busy}
      danger
    >
      {why && <Note tone="danger">{t('changeFailed')}</Note>}
      {t('takeBackText')}
    </Dialog>
  );
}
