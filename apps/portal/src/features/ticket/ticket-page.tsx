import type { TicketDetail } from '@ascent/api';
import { Avatar, Columns, formatDate, Page, PageHeader, Panel, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { STATUS_TONE } from './ticket-words';

/** One request with all that was said; the form at its end is the reader's. */
export function TicketPage({ ticket, asHost, children }: TicketPageProps) {
  const t = useTranslations('ticket');
  const tag = (
    <Tag tone={STATUS_TONE[ticket.status]}>
      {t(`${asHost ? 'hostStatuses' : 'statuses'}.${ticket.status}`)}
    </Tag>
  );
  return (
    <Page>
      <PageHeader title={ticket.summary} tag={tag}>
        {t('numbered', { number: String(ticket.number) })}
      </PageHeader>
      <Columns layout="side-end" sideWidth={300}>
        <Panel title={t('conversation')}>
          <ol>
            <Said author={ticket.name} at={ticket.createdAt} body={ticket.details} />
            {ticket.notes.map((note) => (
              <Said
                key={note.id}
                author={note.author}
                at={note.createdAt}
                body={note.body}
                host={note.byHost}
              />
            ))}
          </ol>
          <div className="in border-t border-line">{children}</div>
        </Panel>
        <TicketFacts ticket={ticket} />
      </Columns>
    </Page>
  );
}

function Said({ author, at, body, host }: { author: string; at: string; body: string; host?: boolean }) {
  const t = useTranslations('ticket');
  const locale = useAppLocale();
  return (
    <li className="in flex gap-3 border-b border-line last:border-b-0">
      <Avatar name={author} />
      <div className="min-w-0">
        <p className="row flex-wrap">
          <b className="b">{author}</b>
          {host && <Tag>{t('byHost')}</Tag>}
          <time className="xs muted" dateTime={at}>
            {formatDate(at, locale)}
          </time>
        </p>
        <p className="break-words whitespace-pre-wrap">{body}</p>
      </div>
    </li>
  );
}

function TicketFacts({ ticket }: { ticket: TicketDetail }) {
  const t = useTranslations('ticket');
  const locale = useAppLocale();
  const facts = [
    [t('asker'), ticket.name],
    [t('email'), ticket.email],
    [t('topic'), t(`topics.${ticket.topic}`)],
    [t('problem'), t(`problems.${ticket.problemType}`)],
    [t('severity'), t(`severities.${ticket.severity}`)],
    [t('opened'), formatDate(ticket.createdAt, locale)],
    [t('updated'), formatDate(ticket.updatedAt, locale)],
  ];
  return (
    <Panel title={t('about')} padded>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

type TicketPageProps = { ticket: TicketDetail; asHost?: boolean; children: ReactNode };
