import { z } from 'zod';

/** Where the worker finds its stores and how it sends mail; the supervisor hands it over. */
export const WorkerConfig = z.object({
  hostUrl: z.string(),
  appUrl: z.string(),
  authUrl: z.string(),
  /** Where links in mails lead. */
  portalAddress: z.string(),
  queueUrl: z.string(),
  warehouseUrl: z.string(),
  warehouseUser: z.string(),
  warehousePassword: z.string(),
  /** A real mail server; null = mails are caught in the local mailbox on `mailPort`. */
  smtpUrl: z.string().nullable(),
  mailPort: z.number(),
  mailFrom: z.string(),
});
export type WorkerConfig = z.infer<typeof WorkerConfig>;
