import type { Queue } from '@ascent/db';
import { JOBS, SendMail } from '../jobs';

/** Hands a mail to the workers; it is sent at most a few times and never blocks the act that caused it. */
export async function queueMail(queue: Queue, mail: SendMail): Promise<void> {
  await queue.send(JOBS.sendMail, SendMail.parse(mail), { retryLimit: 5, retryDelay: 5, retryBackoff: true });
}
