'use client';
import type { NotificationLine } from '@ascent/api';
import { Button, formatDate, formatPeriod, Popover } from '@ascent/ui';
import { Bell as BellIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

/** What happened for the reader; opening it marks all as read. */
export function Bell({ unread, lines }: { unread: number; lines: NotificationLine[] }) {
  const t = useTranslations('palette');
  const locale = useAppLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    if (next && unread > 0) void trpc.notification.read.mutate().then(() => router.refresh());
  };
  const trigger = (
    <Button variant="ghost" className="find bell" icon={<BellIcon className="ic-s" aria-hidden />}>
      <span>{t('notifications')}</span>
      {unread > 0 && <b className="count">{unread}</b>}
    </Button>
  );
  return (
    <Popover
      trigger={trigger}
      label={t('notifications')}
      title={t('notifications')}
      open={open}
      onOpenChange={change}
    >
      <ul className="max-h-96 w-80 overflow-y-auto pb-2">
        {lines.length === 0 && <li className="px-3 py-2 muted">{t('noNotifications')}</li>}
        {lines.map((line) => (
          <li key={line.id} className="border-t border-line">
            <AppLink
              href={line.href}
              className="block px-3 py-2 hover:bg-hover"
              onClick={() => setOpen(false)}
            >
              <span className={line.isRead ? undefined : 'b'}>{sentenceOf(line, t, locale)}</span>
              <small className="muted block">{formatDate(line.createdAt, locale)}</small>
            </AppLink>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

type Words = ReturnType<typeof useTranslations<'palette'>>;

function sentenceOf(
  { kind, detail }: NotificationLine,
  t: Words,
  locale: ReturnType<typeof useAppLocale>,
): string {
  if (kind === 'release') return t('told.release', { period: formatPeriod(String(detail.period), locale) });
  return t(detail.accepted === 1 ? 'told.accepted' : 'told.declined', { account: String(detail.account) });
}
