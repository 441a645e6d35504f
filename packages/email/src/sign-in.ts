import { oneLine } from './one-line';
import { both, type Mail } from './support';

export function resetMail({ name, url }: { name: string; url: string }): Mail {
  const who = oneLine(name);
  return {
    subject: 'Choose a new password / Escolha uma nova senha',
    text: both(
      `Hello ${who},\n\nchoose a new password here within one hour:\n${url}\n\nIf you did not ask for it, do nothing.`,
      `Olá, ${who},\n\nescolha uma nova senha aqui em até uma hora:\n${url}\n\nSe você não pediu, não faça nada.`,
    ),
  };
}
