import { getTranslations } from 'next-intl/server';
import { PageTop } from '@/features/shell/page-top';
import { NoteForm } from '@/features/ticket/note-form';
import { TicketPage } from '@/features/ticket/ticket-page';
import { caller, orNotFound, requireActor } from '@/server/reader';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('ticket'))('request') };
}

export default async function OwnTicket({ params }: Props) {
  await requireActor();
  const { id } = await params;
  const ticket = await orNotFound((await caller()).ticket.getOwn({ id }));
  const t = await getTranslations();
  return (
    <>
      <PageTop
        crumbs={[
          { label: t('nav.help'), href: '/help' },
          { label: t('ticket.numbered', { number: String(ticket.number) }) },
        ]}
      />
      <TicketPage ticket={ticket}>
        {ticket.status === 'closed' && <p className="hint mb-3">{t('ticket.reopens')}</p>}
        <NoteForm ticketId={ticket.id} />
      </TicketPage>
    </>
  );
}
