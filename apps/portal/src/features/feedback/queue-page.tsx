import type { FeedbackLine } from '@ascent/api';
import type { ReaderCatalogue } from '@ascent/schemas';
import { EmptyState, Page, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { DecideForm } from './decide-form';
import { FeedbackItem } from './feedback-item';

/** What all partners called wrong, open first; both values stay, whatever is decided. */
export function FeedbackQueuePage({ lines, catalogue }: FeedbackQueuePageProps) {
  const t = useTranslations('feedback');
  const nav = useTranslations('nav');
  const open = lines.filter(({ status }) => status === 'open').length;
  return (
    <>
      <PageTop crumbs={[{ label: nav('corrections') }]} heading />
      <Page>
        <Panel title={t('queue')} note={t('openCount', { count: open })}>
          {lines.length === 0 && <EmptyState title={t('queueNone')}>{t('queueNoneText')}</EmptyState>}
          <ul className="notes" aria-label={t('queue')}>
            {lines.map((line) => (
              <li key={line.id}>
                <FeedbackItem
                  line={line}
                  catalogue={catalogue}
                  about={t('about', { account: line.accountName, partner: line.partnerName })}
                />
                {line.status === 'open' && <DecideForm id={line.id} author={line.author} />}
              </li>
            ))}
          </ul>
        </Panel>
      </Page>
    </>
  );
}

type FeedbackQueuePageProps = { lines: FeedbackLine[]; catalogue: ReaderCatalogue | null };
