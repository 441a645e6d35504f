import {
  changeRights,
  grantAccess,
  listAccess,
  listPeople,
  listPlaces,
  NewAccess,
  NewRights,
  removePerson,
  revokeAccess,
  rightsEffect,
} from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';

const Id = z.object({ id: z.uuid() });

/** The organisation's people and what each may see; for others than its admins none of it exists. */
export const people = router({
  list: signedIn.query(({ ctx }) => listPeople(ctx)),
  places: signedIn.query(({ ctx }) => listPlaces(ctx)),
  effect: signedIn
    .input(NewRights.pick({ grants: true }))
    .query(({ ctx, input }) => rightsEffect(ctx, input.grants)),
  changeRights: signedIn.input(NewRights).mutation(({ ctx, input }) => changeRights(ctx, input)),
  remove: signedIn
    .input(z.object({ userId: z.string().max(100) }))
    .mutation(({ ctx, input }) => removePerson(ctx, input.userId)),
});

/** Distributors that a reseller lets see its rows. */
export const distributor = router({
  list: signedIn.query(({ ctx }) => listAccess(ctx)),
  grant: signedIn.input(NewAccess).mutation(({ ctx, input }) => grantAccess(ctx, input)),
  revoke: signedIn.input(Id).mutation(({ ctx, input }) => revokeAccess(ctx, input.id)),
});
