import { AccountQuery } from '@ascent/schemas';
import {
  accountBelongings,
  accountHistory,
  filterOptions,
  getAccount,
  listAccounts,
  OptionsQuery,
  scoreMatrix,
} from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';

const OfAccount = z.object({ accountId: z.string().min(1).max(100) });
const Explained = OfAccount.extend({ product: z.string().max(100).optional() });

export const account = router({
  list: signedIn.input(AccountQuery).query(({ ctx, input }) => listAccounts(ctx, input)),
  matrix: signedIn.input(AccountQuery).query(({ ctx, input }) => scoreMatrix(ctx, input)),
  get: signedIn.input(Explained).query(({ ctx, input }) => getAccount(ctx, input)),
  history: signedIn.input(OfAccount).query(({ ctx, input }) => accountHistory(ctx, input.accountId)),
  belongings: signedIn.input(OfAccount).query(({ ctx, input }) => accountBelongings(ctx, input.accountId)),
  options: signedIn.input(OptionsQuery).query(({ ctx, input }) => filterOptions(ctx, input)),
});
