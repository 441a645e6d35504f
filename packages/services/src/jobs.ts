import type { Queue } from '@ascent/db';
import { z } from 'zod';

/** Queue names; payloads are parsed at both ends. */
export const JOBS = { freezeAudience: 'audience.freeze', sendMail: 'mail.send' } as const;

export const FreezeAudience = z.object({
  audienceId: z.uuid(),
  partnerId: z.string(),
  locations: z.union([z.literal('*'), z.array(z.string())]),
});
export type FreezeAudience = z.infer<typeof FreezeAudience>;

export const SendMail = z.object({ to: z.email(), subject: z.string(), text: z.string() });
export type SendMail = z.infer<typeof SendMail>;

/** Makes the queues that jobs are sent to; those that exist stay as they are. */
export async function ensureQueues(queue: Queue): Promise<void> {
  for (const name of Object.values(JOBS)) await queue.createQueue(name);
}
