import { listReports } from '@ascent/services';
import { router, signedIn } from '../trpc';

export const report = router({
  list: signedIn.query(({ ctx }) => listReports(ctx)),
});
