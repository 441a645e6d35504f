import { createServer, type Server, type Socket } from 'node:net';
import { connectQueue } from '@ascent/db';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ensureQueues, JOBS } from '../jobs';
import { keepMail, listMail } from '../mailbox/mailbox';
import { freshPlatform, queuedMails } from '../testing';
import { queueMail } from './queue';
import { mailSender } from './send';

const { platform, drop, config } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);

const mail = { to: 'ada@partner.example', subject: 'Request 1 received', text: 'Olá, Ada' };

describe('the queue', () => {
  test('can be made ready any number of times', async () => {
    await ensureQueues(platform.queue);
    await ensureQueues(platform.queue);
    const names = (await platform.queue.getQueues()).map((queue) => queue.name);
    expect(names).toEqual(expect.arrayContaining(Object.values(JOBS)));
  });

  test('hands a mail to one worker, also one that connects later', async () => {
    await queueMail(platform.queue, mail);
    const others = await Promise.all(
      [1, 2].map(() => connectQueue({ url: config.queueUrl, supervise: false })),
    );
    const taken = await Promise.all(others.map((queue) => queuedMails(queue)));
    await Promise.all(others.map((queue) => queue.stop({ graceful: false })));
    expect(taken.flat()).toEqual([mail]);
  });

  test('tries again a few times when a mail could not be sent, and not at once', async () => {
    await queueMail(platform.queue, mail);
    const [job] = await platform.queue.fetch(JOBS.sendMail, { includeMetadata: true });
    expect(job).toMatchObject({ data: mail, retryLimit: 5, retryDelay: 5, retryBackoff: true });
    await platform.queue.fail(JOBS.sendMail, job!.id, { message: 'the server is down' });
    expect(await queuedMails(platform.queue)).toEqual([]);
    const [kept] = await platform.queue.findJobs(JOBS.sendMail, { id: job!.id });
    expect(kept).toMatchObject({ state: 'retry' });
  });

  test.each(['ada', '', 'a@x.example, b@x.example', 'a@x.example\r\nBcc: b@x.example'])(
    'takes no mail to %j',
    async (to) => {
      await expect(queueMail(platform.queue, { ...mail, to })).rejects.toThrow();
      expect(await queuedMails(platform.queue)).toEqual([]);
    },
  );
});

describe('sending', () => {
  const received: { to: string[]; data: string }[] = [];
  let sink: Server;
  let url: string;
  beforeAll(async () => {
    sink = createServer((socket) => smtp(socket, (to, data) => received.push({ to, data })));
    await new Promise<void>((ready) => sink.listen(0, '127.0.0.1', ready));
    url = `smtp://127.0.0.1:${(sink.address() as { port: number }).port}`;
  });
  afterAll(() => sink.close());

  test('gives the mail to the server as it was written, from the installation', async () => {
    const sender = mailSender({ smtpUrl: url, from: 'Ascent <no-reply@ascent.example>' });
    await sender.send({ ...mail, subject: 'Pedido 1: ação\r\nBcc: all@x.example' });
    sender.close();
    const [{ to, data }] = received as [(typeof received)[number]];
    expect(to).toEqual(['<ada@partner.example>']);
    expect(data).toMatch(/^From: Ascent <no-reply@ascent.example>\r?$/m);
    expect(data).toMatch(/^To: ada@partner.example\r?$/m);
    expect(data).not.toMatch(/^Bcc:/m);
    expect(data).toMatch(/Content-Type: text\/plain/);
  });

  test('fails when there is no server, so that the queue tries again', async () => {
    const sender = mailSender({ smtpUrl: 'smtp://127.0.0.1:1', from: 'x@ascent.example' });
    await expect(sender.send(mail)).rejects.toThrow();
    await expect(sender.send({ to: 'nobody' })).rejects.toThrow();
    sender.close();
  });
});

test('a local mailbox shows what it caught, latest first', async () => {
  const caught = (subject: string) => ({
    sender: 'a@x.example',
    recipients: 'b@x.example',
    subject,
    text: 'x',
  });
  await keepMail(platform.host, caught('first'));
  await keepMail(platform.host, caught('second'));
  const lines = await listMail(platform.host);
  expect(lines.map((line) => line.subject)).toEqual(['second', 'first']);
  expect(lines[0]).toMatchObject(caught('second'));
});

/** As much of SMTP as a client needs to hand over mails. */
function smtp(socket: Socket, onMail: (to: string[], data: string) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let to: string[] = [];
  let data: string | null = null;
  let rest = '';
  say('220 sink');
  socket.on('data', (chunk) => {
    rest += chunk;
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (data !== null && line !== '.') data += `${line}\n`;
      else if (data !== null) {
        onMail(to, data);
        [to, data] = [[], null];
        say('250 kept');
      } else if (/^RCPT TO:/i.test(line)) {
        to.push(line.slice(8).trim());
        say('250 yes');
      } else if (/^DATA/i.test(line)) {
        data = '';
        say('354 go on');
      } else say(/^QUIT/i.test(line) ? '221 bye' : '250 yes');
    }
  });
}
