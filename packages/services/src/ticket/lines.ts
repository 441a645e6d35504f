import type { tables } from '@ascent/db';
import { type TicketDetail, type TicketLine, TicketStatus } from './schemas';

type Row = typeof tables.ticket.$inferSelect;
type NoteRow = typeof tables.ticketNote.$inferSelect;

export function toLine(row: Row): TicketLine {
  const { id, number, partnerId, name, email, topic, problemType, summary, severity } = row;
  return {
    id,
    number,
    partnerId,
    name,
    email,
    topic,
    problemType,
    summary,
    severity,
    status: TicketStatus.parse(row.status),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function toDetail(row: Row, notes: NoteRow[]): TicketDetail {
  return {
    ...toLine(row),
    details: row.details,
    notes: notes.map((note) => ({
      id: note.id,
      author: note.author,
      byHost: note.byHost === 1,
      body: note.body,
      createdAt: note.createdAt.toISOString(),
    })),
  };
}
