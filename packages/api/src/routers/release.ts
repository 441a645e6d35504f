import { overview, shownRelease } from '@ascent/services';
import { router, signedIn } from '../trpc';

export const release = router({
  /** Null before the first release. */
  current: signedIn.query(({ ctx }) => shownRelease(ctx.platform.app)),
  overview: signedIn.query(({ ctx }) => overview(ctx)),
});
