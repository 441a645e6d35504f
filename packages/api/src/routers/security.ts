import { getSecurity, revokeOtherSessions, revokeSession } from '@ascent/services';
import { anybody, identified, router } from '../trpc';
import { Id } from './id';

/** How one signs in oneself; passwords, codes and passkeys go through sign-in's own endpoints. */
export const security = router({
  /** Who is behind the session, also where nobody may act. */
  whoAmI: anybody.query(({ ctx }) => ctx.identity && { name: ctx.identity.name, email: ctx.identity.email }),
  get: identified.query(({ ctx }) => getSecurity(ctx.platform, ctx.identity)),
  revokeSession: identified
    .input(Id)
    .mutation(({ ctx, input }) => revokeSession(ctx.platform, ctx.identity, input.id)),
  revokeOthers: identified.mutation(({ ctx }) => revokeOtherSessions(ctx.platform, ctx.identity)),
});
