import { getModel, listCards } from '@ascent/services';
import { z } from 'zod';
import { hostStaff, router } from '../trpc';

export const model = router({
  list: hostStaff.query(({ ctx }) => listCards(ctx)),
  get: hostStaff
    .input(z.object({ id: z.string().max(200) }))
    .query(({ ctx, input }) => getModel(ctx, input.id)),
});
