'use client';
import type { LeaveLine } from '@ascent/api';
import { Button, Dialog, formatDate, Note, toast, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';

/** Leaves that hold now, each named by the one at its other end. */
export function LeaveList({ lines, of, none }: LeaveListProps) {
  if (lines.length === 0) return <p className="dim px-3.5 py-3">{none}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <LeaveItem key={line.id} line={line} of={of} />
      ))}
    </ul>
  );
}

function LeaveItem({ line, of }: { line: LeaveLine; of: LeaveListProps['of'] }) {
  const t = useTranslations('organisations');
  const locale = useAppLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, busy, why } = useSend(failureCode);
  const { id, resellerId, resellerName: reseller, distributorName: distributor } = line;
  const revoke = () =>
    send(async () => {
      await trpc.organisation.revokeAccess.mutate({ resellerId, id });
      setOpen(false);
      toast.success(t('revoked'));
      router.refresh();
    });
  return (
    <li className="row flex-wrap border-b border-line px-3.5 py-2">
      <span className="min-w-0 flex-1 basis-48">
        <b className="ell block">{of === 'distributor' ? distributor : reseller}</b>
        <span className="muted xs block">
          {t('leaveFacts', {
            id: of === 'distributor' ? line.distributorId : resellerId,
            revenue: line.seesSensitive ? 'yes' : 'no',
            by: line.grantedBy,
          })}
        </span>
      </span>
      <span className="muted xs">{t('until', { day: formatDate(line.expiresAt, locale) })}</span>
      <Dialog
        trigger={
          <Button size="s" variant="ghost">
            {t('revoke')}
          </Button>
        }
        open={open}
        onOpenChange={setOpen}
        title={t('revokeTitle', { distributor, reseller })}
        confirm={t('revoke')}
        cancel={t('cancel')}
        onConfirm={revoke}
        busy={busy}
        danger
      >
        {why && <Note tone="danger">{t('changeFailed')}</Note>}
        {t('revokeText', { reseller })}
      </Dialog>
    </li>
  );
}

type LeaveListProps = { lines: LeaveLine[]; of: 'distributor' | 'reseller'; none: string };
