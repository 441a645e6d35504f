'use client';
import type { SessionLine } from '@ascent/api';
import { Button, formatDate, Note, Panel, Tag, toast } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '@/client/trpc';
import { useAppLocale } from '@/i18n/use-app-locale';
import { useSend } from '../ticket/use-send';

/** Where one is signed in. What is ended here is refused there at its next request. */
export function SessionsPanel({ sessions }: { sessions: SessionLine[] }) {
  const t = useTranslations('sessions');
  const router = useRouter();
  const { send, busy, why } = useSend();
  const end = (change: () => Promise<unknown>, said: string) =>
    send(async () => {
      await change();
      toast(said);
      router.refresh();
    });
  const endOthers = (
    <Button
      size="s"
      busy={busy}
      onClick={() => end(() => trpc.security.revokeOthers.mutate(), t('othersEnded'))}
    >
      {t('endOthers')}
    </Button>
  );
  return (
    <Panel title={t('title')} end={sessions.length > 1 && endOthers}>
      {why && (
        <Note tone="danger" urgent>
          {t('failed')}
        </Note>
      )}
      <ul aria-label={t('title')} data-testid="sessions">
        {sessions.map((session) => (
          <li key={session.id} className="row border-b border-(--line) px-3.5 py-2.5 last:border-0">
            <div className="min-w-0 flex-1">
              <p className="b">
                <Device session={session} />
              </p>
              <p className="muted xs">
                <Seen session={session} />
              </p>
            </div>
            {session.isThis ? (
              <Tag tone="ok">{t('this')}</Tag>
            ) : (
              <Button
                size="s"
                busy={busy}
                onClick={() => end(() => trpc.security.revokeSession.mutate({ id: session.id }), t('ended'))}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Device({ session: { browser, system } }: { session: SessionLine }) {
  const t = useTranslations('sessions');
  if (browser && system) return t('device', { browser, system });
  return browser ?? system ?? t('unknownDevice');
}

function Seen({ session: { address, lastSeenAt, signedInAt } }: { session: SessionLine }) {
  const t = useTranslations('sessions');
  const locale = useAppLocale();
  const seen = t('seen', { date: formatDate(lastSeenAt, locale), time: lastSeenAt.slice(11, 16) });
  return [address, seen, t('since', { date: formatDate(signedInAt, locale) })].filter(Boolean).join(' · ');
}
