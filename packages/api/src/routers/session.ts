import { anybody, router } from '../trpc';

export const session = router({
  /** Who is signed in; null when nobody is. */
  me: anybody.query(({ ctx }) => ctx.actor),
});
