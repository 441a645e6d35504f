import type { Db } from '@ascent/db';
import { keepMail } from '@ascent/services';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const MAIL_BYTES_MAX = 5 * 2 ** 20;

export type LocalMailbox = { port: number; close: () => Promise<void> };

/** A real SMTP server on loopback that keeps what it gets where the app can show it. */
export function openLocalMailbox({ db, port }: { db: Db; port: number }): Promise<LocalMailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAIL_BYTES_MAX,
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then(async ({ subject, text }) => {
          const { mailFrom, rcptTo } = session.envelope;
          await keepMail(db, {
            sender: mailFrom ? mailFrom.address : '',
            recipients: rcptTo.map((each) => each.address).join(', '),
            subject: subject ?? '',
            text: text ?? '',
          });
          done();
        })
        .catch((cause: Error) => done(cause));
    },
  });
  server.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
