import type { MailLine } from '@ascent/api';
import { EmptyState, formatDate, Page, PageHeader, Panel, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';

/** Mails that a local installation caught instead of sending. */
export function MailboxPage({ mails }: { mails: MailLine[] }) {
  const t = useTranslations('mailbox');
  return (
    <main id="main">
      <PageTop crumbs={[{ label: t('home'), href: '/' }, { label: t('title') }]} />
      <Page>
        <PageHeader title={t('title')}>{t('intro')}</PageHeader>
        {mails.length === 0 && (
          <Panel>
            <EmptyState title={t('noneTitle')} level={2}>
              {t('noneText')}
            </EmptyState>
          </Panel>
        )}
        {mails.map((mail) => (
          <Mail key={mail.id} mail={mail} />
        ))}
        <p>
          <TextLink href="/sign-in" Link={AppLink}>
            {t('toSignIn')}
          </TextLink>
        </p>
      </Page>
    </main>
  );
}

function Mail({ mail }: { mail: MailLine }) {
  const t = useTranslations('mailbox');
  const locale = useAppLocale();
  const at = `${formatDate(mail.receivedAt, locale)}, ${mail.receivedAt.slice(11, 16)} UTC`;
  return (
    <Panel title={mail.subject} note={at} padded>
      <p className="muted xs" data-testid="mail-recipients">
        {t('to')} {mail.recipients}
      </p>
      <div className="mt-2 break-words whitespace-pre-wrap" data-testid="mail-text">
        <Linked text={mail.text} />
      </div>
    </Panel>
  );
}

/** Plain text whose addresses can be followed. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={`${index}-${part}`} className="link" href={part}>
        {part}
      </a>
    ) : (
      <Fragment key={`${index}-text`}>{part}</Fragment>
    ),
  );
}
