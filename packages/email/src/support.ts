/** A mail in both languages of the product: English first, Portuguese below. */
export type Mail = { subject: string; text: string };

export function receivedMail({
  name,
  number,
  summary,
}: {
  name: string;
  number: number;
  summary: string;
}): Mail {
  return {
    subject: `Request ${number} received / Pedido ${number} recebido`,
    text: both(
      `Hello ${name},\n\nwe have your request ${number}, "${summary}". We answer to this address.`,
      `Olá, ${name},\n\nrecebemos seu pedido ${number}, "${summary}". Responderemos neste endereço.`,
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
  return {
    subject: `Answer to request ${number} / Resposta ao pedido ${number}`,
    text: both(
      `Hello ${name},\n\n${answer}\n\n${closed ? 'The request is now closed.' : 'You can reply under Help.'}`,
      `Olá, ${name},\n\n${answer}\n\n${closed ? 'O pedido está encerrado.' : 'Você pode responder em Ajuda.'}`,
    ),
  };
}

export function both(english: string, portuguese: string): string {
  return `${english}\n\nAscent\n\n--\n\n${portuguese}\n\nAscent\n`;
}
