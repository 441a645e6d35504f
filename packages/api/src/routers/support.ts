import {
  addNote,
  answerTicket,
  getAnyTicket,
  getOwnTicket,
  listMail,
  listOwnTickets,
  NewNote,
  NewTicket,
  openPublicTicket,
  openTicket,
  PublicTicket,
  ServiceError,
  ticketQueue,
} from '@ascent/services';
import { z } from 'zod';
import { anybody, hostStaff, router, signedIn } from '../trpc';

const Id = z.object({ id: z.uuid() });

export const ticket = router({
  openPublic: anybody.input(PublicTicket).mutation(({ ctx, input }) => openPublicTicket(ctx.platform, input)),
  open: signedIn.input(NewTicket).mutation(({ ctx, input }) => openTicket(ctx, input)),
  listOwn: signedIn.query(({ ctx }) => listOwnTickets(ctx)),
  getOwn: signedIn.input(Id).query(({ ctx, input }) => getOwnTicket(ctx, input.id)),
  addNote: signedIn.input(NewNote).mutation(({ ctx, input }) => addNote(ctx, input)),
  queue: hostStaff.query(({ ctx }) => ticketQueue(ctx)),
  getAny: hostStaff.input(Id).query(({ ctx, input }) => getAnyTicket(ctx, input.id)),
  answer: hostStaff
    .input(NewNote.extend({ close: z.boolean() }))
    .mutation(({ ctx, input }) => answerTicket(ctx, input)),
});

export const mailbox = router({
  /** Only where mails are caught locally instead of sent. */
  list: anybody.query(({ ctx }) => {
    if (!ctx.localMailbox) throw new ServiceError('not-found', 'the page was not found');
    return listMail(ctx.platform.host);
  }),
});
