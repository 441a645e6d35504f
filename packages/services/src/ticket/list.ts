import { tables, withTenant } from '@ascent/db';
import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { requireHost } from '../access/actor';
import type { Context } from '../context';
import { notFound } from '../errors';
import { toDetail, toLine } from './lines';
import type { TicketDetail, TicketLine } from './schemas';

const { ticket, ticketNote } = tables;

/** The actor's own requests, latest first. */
export async function listOwnTickets({ platform, actor }: Context): Promise<TicketLine[]> {
  const own = and(eq(ticket.userId, actor.userId), eq(ticket.partnerId, actor.partnerId));
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(ticket).where(own).orderBy(desc(ticket.createdAt)).limit(200),
  );
  return rows.map(toLine);
}

export async function getOwnTicket({ platform, actor }: Context, id: string): Promise<TicketDetail> {
  return withTenant(platform.app, actor.partnerId, async (tx) => {
    const [row] = await tx
      .select()
      .from(ticket)
      .where(and(eq(ticket.id, id), eq(ticket.userId, actor.userId)));
    if (!row) throw notFound('the request');
    const notes = await tx
      .select()
      .from(ticketNote)
      .where(eq(ticketNote.ticketId, id))
      .orderBy(asc(ticketNote.createdAt));
    return toDetail(row, notes);
  });
}

/** The host's queue over all organisations: what is not closed, oldest first. */
export async function ticketQueue({ platform, actor }: Context): Promise<TicketLine[]> {
  requireHost(actor);
  const rows = await platform.host
    .select()
    .from(ticket)
    .where(ne(ticket.status, 'closed'))
    .orderBy(asc(ticket.createdAt))
    .limit(500);
  return rows.map(toLine);
}

export async function getAnyTicket({ platform, actor }: Context, id: string): Promise<TicketDetail> {
  requireHost(actor);
  const [row] = await platform.host.select().from(ticket).where(eq(ticket.id, id));
  if (!row) throw notFound('the request');
  const notes = await platform.host
    .select()
    .from(ticketNote)
    .where(eq(ticketNote.ticketId, id))
    .orderBy(asc(ticketNote.createdAt));
  return toDetail(row, notes);
}
