import { createTransport } from 'nodemailer';
import { SendMail } from '../jobs';

export type MailSender = { send: (payload: unknown) => Promise<void>; close: () => void };

/** Sends over SMTP. `from` is the address of the installation. */
export function mailSender({ smtpUrl, from }: { smtpUrl: string; from: string }): MailSender {
  const transport = createTransport(smtpUrl);
  return {
    send: async (payload) => {
      const { to, subject, text } = SendMail.parse(payload);
      await transport.sendMail({ from, to, subject, text });
    },
    close: () => transport.close(),
  };
}
