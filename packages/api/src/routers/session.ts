import { organisationsOf, switchOrganisation } from '@ascent/services';
import { z } from 'zod';
import { anybody, identified, router } from '../trpc';

export const session = router({
  /** Who is signed in; null when nobody is. */
  me: anybody.query(({ ctx }) => ctx.actor),
  organisations: identified.query(({ ctx }) => organisationsOf(ctx.platform, ctx.identity.userId)),
  switchTo: identified
    .input(z.object({ organisationId: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => switchOrganisation(ctx, ctx.identity, input.organisationId)),
});
