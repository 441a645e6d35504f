import { z } from 'zod';

/** Report viewers see all but sensitive columns; executive ones see every column. */
export const Role = z.enum([
  'report-viewer',
  'executive-report-viewer',
  'account-admin',
  'campaign-manager',
  'host-staff',
]);
export type Role = z.infer<typeof Role>;

export const WHOLE_ORGANISATION = '*';
