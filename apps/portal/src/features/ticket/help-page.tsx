import type { TicketLine } from '@ascent/api';
import { Columns, EmptyState, Page, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { NewRequestForm } from './new-request-form';
import { TicketTable } from './ticket-table';

export function HelpPage({ tickets }: { tickets: TicketLine[] }) {
  const t = useTranslations('help');
  const nav = useTranslations('nav');
  return (
    <>
      <PageTop crumbs={[{ label: nav('help') }]} heading />
      <Page>
        <Columns layout="side-end" sideWidth={420}>
          <Panel title={t('own')} note={t('ownNote')}>
            <TicketTable
              rows={tickets}
              base="/help"
              caption={t('own')}
              empty={<EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
            />
          </Panel>
          <Panel title={t('new')} padded>
            <NewRequestForm />
          </Panel>
        </Columns>
      </Page>
    </>
  );
}
