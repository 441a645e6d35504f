import {
  AgreementQuery,
  CohortQuery,
  compareCohort,
  compareReleases,
  listAgreements,
  ReleasesQuery,
} from '@ascent/services';
import { router, signedIn } from '../trpc';

export const compare = router({
  releases: signedIn.input(ReleasesQuery).query(({ ctx, input }) => compareReleases(ctx, input)),
  cohort: signedIn.input(CohortQuery).query(({ ctx, input }) => compareCohort(ctx, input)),
});

export const agreement = router({
  list: signedIn.input(AgreementQuery).query(({ ctx, input }) => listAgreements(ctx, input)),
});
