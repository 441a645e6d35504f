import {
  currentRelease,
  currentReleaseId,
  getValidation,
  listGates,
  listMovers,
  MoversQuery,
  overview,
} from '@ascent/services';
import { z } from 'zod';
import { hostStaff, router, signedIn } from '../trpc';

export const release = router({
  current: signedIn.query(({ ctx }) => currentRelease(ctx)),
  /** Asked by open pages, again and again. */
  currentId: signedIn.query(({ ctx }) => currentReleaseId(ctx)),
  movers: signedIn.input(MoversQuery).query(({ ctx, input }) => listMovers(ctx, input)),
  overview: signedIn.query(({ ctx }) => overview(ctx)),
  list: hostStaff.query(({ ctx }) => listGates(ctx)),
  validation: hostStaff
    .input(z.object({ id: z.string().max(40) }))
    .query(({ ctx, input }) => getValidation(ctx, input.id)),
});
