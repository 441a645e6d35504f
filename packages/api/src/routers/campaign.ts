import { getAudience, listAudiences, listCohorts, NewAudience, requestAudience } from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';

export const cohort = router({
  list: signedIn.query(({ ctx }) => listCohorts(ctx)),
});

export const audience = router({
  list: signedIn.query(({ ctx }) => listAudiences(ctx)),
  get: signedIn.input(z.object({ id: z.uuid() })).query(({ ctx, input }) => getAudience(ctx, input.id)),
  freeze: signedIn.input(NewAudience).mutation(({ ctx, input }) => requestAudience(ctx, input)),
});
