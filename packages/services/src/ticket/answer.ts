import { randomUUID } from 'node:crypto';
import { type Tx, tables, withTenant } from '@ascent/db';
import { answeredMail } from '@ascent/email';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requireHost } from '../access/actor';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound, ServiceError } from '../errors';
import { queueMail } from '../mail/queue';
import { NewNote, type TicketStatus } from './schemas';

const { ticket, ticketNote } = tables;
type Row = typeof ticket.$inferSelect;

/** The asker adds something; the request is open again for the host. */
export async function addNote({ platform, actor }: Context, input: z.input<typeof NewNote>): Promise<void> {
  const { ticketId, body } = NewNote.parse(input);
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    const [row] = await tx
      .select()
      .from(ticket)
      .where(and(eq(ticket.id, ticketId), eq(ticket.userId, actor.userId)));
    if (!row) throw notFound('the request');
    await note(tx, { row, author: actor.name, actorId: actor.userId, byHost: false, body, status: 'open' });
  });
}

/** The host answers, which waits for the asker, or closes; the asker gets a mail. */
export async function answerTicket(
  { platform, actor }: Context,
  input: z.input<typeof NewNote> & { close: boolean },
): Promise<void> {
  requireHost(actor);
  const { ticketId, body } = NewNote.parse(input);
  const row = await platform.host.transaction(async (tx) => {
    const [found] = await tx.select().from(ticket).where(eq(ticket.id, ticketId)).for('update');
    if (!found) throw notFound('the request');
    if (found.status === 'closed') throw new ServiceError('conflict', 'the request is closed already');
    const status = input.close ? 'closed' : 'attention-needed';
    await note(tx, { row: found, author: actor.name, actorId: actor.userId, byHost: true, body, status });
    return found;
  });
  await queueMail(platform.queue, {
    to: row.email,
    ...answeredMail({ name: row.name, number: row.number, answer: body, closed: input.close }),
  });
}

type Note = {
  row: Row;
  author: string;
  actorId: string;
  byHost: boolean;
  body: string;
  status: TicketStatus;
};

async function note(tx: Tx, { row, author, actorId, byHost, body, status }: Note): Promise<void> {
  const now = new Date();
  await tx.insert(ticketNote).values({
    id: randomUUID(),
    partnerId: row.partnerId,
    ticketId: row.id,
    author,
    byHost: byHost ? 1 : 0,
    body,
  });
  await tx
    .update(ticket)
    .set({ status, updatedAt: now, closedAt: status === 'closed' ? now : null })
    .where(eq(ticket.id, row.id));
  await appendAudit(tx, {
    partnerId: row.partnerId,
    actor: actorId,
    action: byHost ? 'ticket.answer' : 'ticket.note',
    subject: row.id,
    detail: { status },
  });
}
