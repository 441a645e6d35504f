import { getValidation, listGates, overview, shownRelease } from '@ascent/services';
import { z } from 'zod';
import { hostStaff, router, signedIn } from '../trpc';

export const release = router({
  /** Null before the first release. */
  current: signedIn.query(({ ctx }) => shownRelease(ctx.platform.app)),
  overview: signedIn.query(({ ctx }) => overview(ctx)),
  list: hostStaff.query(({ ctx }) => listGates(ctx)),
  validation: hostStaff
    .input(z.object({ id: z.string().max(40) }))
    .query(({ ctx, input }) => getValidation(ctx, input.id)),
});
