import { oneLine } from './one-line';

/** A mail in both languages of the product: English first, Portuguese below. */
export type Mail = { subject: string; text: string };

const SUMMARY_MAX = 200;

export function receivedMail({
  name,
  number,
  summary,
}: {
  name: string;
  number: number;
  summary: string;
}): Mail {
  const [who, what] = [oneLine(name), oneLine(summary, SUMMARY_MAX)];
  return {
    subject: `Request ${number} received / Pedido ${number} recebido`,
    text: both(
      `Hello ${who},\n\nwe have your request ${number}, "${what}". We answer to this address.`,
      `Olá, ${who},\n\nrecebemos seu pedido ${number}, "${what}". Responderemos neste endereço.`,
    ),
  };
}

export function answeredMail({
  name,
  number,
  answer,
  closed,
}: {
  name: string;
  number: number;
  answer: string;
  closed: boolean;
}): Mail {
  const who = oneLine(name);
  return {
    subject: `Answer to request ${number} / Resposta ao pedido ${number}`,
    text: both(
      `Hello ${who},\n\n${answer}\n\n${closed ? 'The request is now closed.' : 'You can reply under Help.'}`,
      `Olá, ${who},\n\n${answer}\n\n${closed ? 'O pedido está encerrado.' : 'Você pode responder em Ajuda.'}`,
    ),
  };
}

export function both(english: string, portuguese: string): string {
  return `${english}\n\nAscent\n\n--\n\n${portuguese}\n\nAscent\n`;
}
