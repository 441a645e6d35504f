import { connectDatabase, connectQueue } from '@ascent/db';
import { ensureQueues, freezeAudience, JOBS, mailSender } from '@ascent/services';
import { connectWarehouse } from '@ascent/warehouse';
import { workerConfigText } from '../env';
import { announceReleases } from './announce';
import { WorkerConfig } from './config';
import { openLocalMailbox } from './local-mailbox';

/** The worker process: takes jobs until it is told to stop, and finishes those it has. */
const config = WorkerConfig.parse(JSON.parse(workerConfigText()));
const host = connectDatabase({ url: config.hostUrl, max: 4 });
const app = connectDatabase({ url: config.appUrl, max: 4 });
const auth = connectDatabase({ url: config.authUrl, max: 2 });
const warehouse = connectWarehouse({
  url: config.warehouseUrl,
  user: config.warehouseUser,
  password: config.warehousePassword,
});
const mailbox = config.smtpUrl ? null : await openLocalMailbox({ db: host.db, port: config.mailPort });
const sender = mailSender({
  smtpUrl: config.smtpUrl ?? `smtp://127.0.0.1:${mailbox!.port}?ignoreTLS=true`,
  from: config.mailFrom,
});
const queue = await connectQueue({ url: config.queueUrl, supervise: true });
await ensureQueues(queue);
const every = { pollingIntervalSeconds: 0.5 };
await queue.work(JOBS.freezeAudience, every, async (jobs) => {
  for (const job of jobs) await freezeAudience({ db: app.db, warehouse }, job.data);
});
await queue.work(JOBS.sendMail, every, async (jobs) => {
  for (const job of jobs) await sender.send(job.data);
});
const announcer = announceReleases({ app: app.db, auth: auth.db, queue }, config.portalAddress);
process.send?.({ ready: true, mailPort: mailbox?.port ?? 0 });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  announcer.stop();
  await queue.stop({ graceful: true, timeout: 5000 });
  sender.close();
  await mailbox?.close();
  await Promise.all([host.close(), app.close(), auth.close(), warehouse.close()]);
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
// A Ctrl-C reaches the whole group; the supervisor decides the order of stopping.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => void stop());
