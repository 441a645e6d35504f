import {
  checkDomain,
  confirmDomain,
  DomainConfirmation,
  getOrganisation,
  grantLeave,
  LeaveEnd,
  listOrganisations,
  NewLeave,
  OrganisationQuery,
  revokeLeave,
  takeBackDomain,
} from '@ascent/services';
import { hostStaff, router } from '../trpc';
import { Id } from './id';

/** The partners' organisations, for the host: who may look in, and whose addresses they may vouch for. */
export const organisation = router({
  list: hostStaff.input(OrganisationQuery).query(({ ctx, input }) => listOrganisations(ctx, input)),
  get: hostStaff.input(Id).query(({ ctx, input }) => getOrganisation(ctx, input.id)),
  grantAccess: hostStaff.input(NewLeave).mutation(({ ctx, input }) => grantLeave(ctx, input)),
  revokeAccess: hostStaff.input(LeaveEnd).mutation(({ ctx, input }) => revokeLeave(ctx, input)),
  confirmDomain: hostStaff.input(DomainConfirmation).mutation(({ ctx, input }) => confirmDomain(ctx, input)),
  checkDomain: hostStaff.input(Id).mutation(({ ctx, input }) => checkDomain(ctx, input.id)),
  takeBackDomain: hostStaff.input(Id).mutation(({ ctx, input }) => takeBackDomain(ctx, input.id)),
});
