import { EmptyState, formatInteger, Page, Panel } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { PageTop } from '@/features/shell/page-top';
import { TicketTable } from '@/features/ticket/ticket-table';
import { appLocale } from '@/i18n/app-locale';
import { caller, requireHostStaff } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('queue') };
}

export default async function SupportQueue() {
  await requireHostStaff();
  const tickets = await (await caller()).ticket.queue();
  const t = await getTranslations();
  const note = t('support.open', { count: formatInteger(tickets.length, await appLocale()) });
  return (
    <>
      <PageTop crumbs={[{ label: t('nav.queue') }]} heading />
      <Page>
        <Panel title={t('support.title')} note={note}>
          <TicketTable
            rows={tickets}
            base="/admin/support"
            caption={t('support.title')}
            withAsker
            empty={<EmptyState title={t('support.noneTitle')}>{t('support.noneText')}</EmptyState>}
          />
        </Panel>
      </Page>
    </>
  );
}
