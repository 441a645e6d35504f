import {
  addAccountNote,
  decideFeedback,
  FeedbackDecision,
  feedbackQueue,
  giveFeedback,
  listFeedback,
  listNotes,
  NewAccountNote,
  NewFeedback,
  setNoteRemoved,
} from '@ascent/services';
import { z } from 'zod';
import { hostStaff, router, signedIn } from '../trpc';

const OfAccount = z.object({ accountId: z.string().min(1).max(100) });

export const note = router({
  list: signedIn.input(OfAccount).query(({ ctx, input }) => listNotes(ctx, input.accountId)),
  add: signedIn.input(NewAccountNote).mutation(({ ctx, input }) => addAccountNote(ctx, input)),
  setRemoved: signedIn
    .input(z.object({ id: z.uuid(), removed: z.boolean() }))
    .mutation(({ ctx, input }) => setNoteRemoved(ctx, input.id, input.removed)),
});

/** What partners call wrong, and what the host decides. */
export const feedback = router({
  list: signedIn.input(OfAccount).query(({ ctx, input }) => listFeedback(ctx, input.accountId)),
  give: signedIn.input(NewFeedback).mutation(({ ctx, input }) => giveFeedback(ctx, input)),
  queue: hostStaff.query(({ ctx }) => feedbackQueue(ctx)),
  decide: hostStaff
    .input(FeedbackDecision)
    .mutation(({ ctx, input }) => decideFeedback(ctx, input, ctx.places.portalAddress)),
});
