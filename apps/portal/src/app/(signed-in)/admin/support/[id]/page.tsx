import { getTranslations } from 'next-intl/server';
import { PageTop } from '@/features/shell/page-top';
import { NoteForm } from '@/features/ticket/note-form';
import { TicketPage } from '@/features/ticket/ticket-page';
import { caller, orNotFound, requireHostStaff } from '@/server/reader';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('ticket'))('request') };
}

export default async function AnyTicket({ params }: Props) {
  await requireHostStaff();
  const { id } = await params;
  const ticket = await orNotFound((await caller()).ticket.getAny({ id }));
  const t = await getTranslations();
  return (
    <>
      <PageTop
        crumbs={[
          { label: t('nav.queue'), href: '/admin/support' },
          { label: t('ticket.numbered', { number: String(ticket.number) }) },
        ]}
      />
      <TicketPage ticket={ticket} asHost>
        {ticket.status === 'closed' ? (
          <p className="dim">{t('ticket.isClosed')}</p>
        ) : (
          <NoteForm ticketId={ticket.id} asHost />
        )}
      </TicketPage>
    </>
  );
}
