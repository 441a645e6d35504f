import { changeView, listViews, NewView, removeView, saveView, ViewChange } from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';

export const view = router({
  list: signedIn.query(({ ctx }) => listViews(ctx)),
  save: signedIn.input(NewView).mutation(({ ctx, input }) => saveView(ctx, input)),
  change: signedIn.input(ViewChange).mutation(({ ctx, input }) => changeView(ctx, input)),
  remove: signedIn.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => removeView(ctx, input.id)),
});
