import {
  AuditQuery,
  changePreferences,
  changeSettings,
  createKey,
  listAudit,
  listKeys,
  listNotifications,
  NewKey,
  OrganisationSettings,
  organisationSettings,
  PreferenceChange,
  preferencesOf,
  readNotifications,
  revokeKey,
} from '@ascent/services';
import { z } from 'zod';
import { router, signedIn } from '../trpc';

export const setting = router({
  get: signedIn.query(({ ctx }) => organisationSettings(ctx)),
  change: signedIn.input(OrganisationSettings).mutation(({ ctx, input }) => changeSettings(ctx, input)),
});

export const preference = router({
  get: signedIn.query(({ ctx }) => preferencesOf(ctx)),
  change: signedIn.input(PreferenceChange).mutation(({ ctx, input }) => changePreferences(ctx, input)),
});

export const key = router({
  list: signedIn.query(({ ctx }) => listKeys(ctx)),
  create: signedIn.input(NewKey).mutation(({ ctx, input }) => createKey(ctx, input)),
  revoke: signedIn.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => revokeKey(ctx, input.id)),
});

export const audit = router({
  list: signedIn.input(AuditQuery).query(({ ctx, input }) => listAudit(ctx, input)),
});

export const notification = router({
  list: signedIn.query(({ ctx }) => listNotifications(ctx)),
  read: signedIn.mutation(({ ctx }) => readNotifications(ctx)),
});
