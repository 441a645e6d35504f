import {
  AcceptInvite,
  acceptInvite,
  createInvite,
  getInvite,
  InviteAnswer,
  joinByInvite,
  listInvites,
  NewInvite,
  revokeInvite,
} from '@ascent/services';
import { z } from 'zod';
import { anybody, identified, router, signedIn } from '../trpc';

export const invite = router({
  create: signedIn
    .input(NewInvite)
    .mutation(({ ctx, input }) => createInvite(ctx, input, ctx.places.portalAddress)),
  list: signedIn.query(({ ctx }) => listInvites(ctx)),
  revoke: signedIn
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeInvite(ctx, input.id)),
  /** For the holder of the mail, signed in or not. */
  get: anybody
    .input(z.object({ token: z.string().max(100) }))
    .query(({ ctx, input }) => getInvite(ctx.platform, input.token)),
  accept: anybody.input(AcceptInvite).mutation(({ ctx, input }) => acceptInvite(ctx.platform, input)),
  join: identified
    .input(InviteAnswer)
    .mutation(({ ctx, input }) => joinByInvite(ctx.platform, ctx.identity, input)),
});
