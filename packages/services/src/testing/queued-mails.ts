import type { Queue } from '@ascent/db';
import { JOBS, SendMail } from '../jobs';

/** Takes the mails that wait to be sent, in no order. */
export async function queuedMails(queue: Queue): Promise<SendMail[]> {
  const jobs = await queue.fetch(JOBS.sendMail, { batchSize: 100 });
  return jobs.map((job) => SendMail.parse(job.data));
}
