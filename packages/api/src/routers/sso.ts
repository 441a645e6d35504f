import { addSso, enforceSso, listSso, NewSso, proveSsoDomain, removeSso } from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';
import { Id } from './id';

/** An organisation's single sign-on, for its account admins. */
export const sso = router({
  list: signedIn.query(({ ctx }) => listSso(ctx, ctx.places.portalAddress)),
  add: signedIn
    .input(NewSso)
    .mutation(({ ctx, input }) => addSso(ctx, input, { ...ctx.places, seal: ctx.seal })),
  proveDomain: signedIn.input(Id).mutation(({ ctx, input }) => proveSsoDomain(ctx, input.id)),
  enforce: signedIn
    .input(Id.extend({ enforced: z.boolean() }))
    .mutation(({ ctx, input }) => enforceSso(ctx, input)),
  remove: signedIn.input(Id).mutation(({ ctx, input }) => removeSso(ctx, input.id)),
});
