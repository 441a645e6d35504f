import { AccountQuery, filterOptions, getAccount, listAccounts } from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';

export const account = router({
  list: signedIn.input(AccountQuery).query(({ ctx, input }) => listAccounts(ctx, input)),
  get: signedIn
    .input(z.object({ accountId: z.string() }))
    .query(({ ctx, input }) => getAccount(ctx, input.accountId)),
  options: signedIn.query(({ ctx }) => filterOptions(ctx)),
});
