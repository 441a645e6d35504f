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

export function verifyMail({ name, url }: { name: string; url: string }): Mail {
  const who = oneLine(name);
  return {
    subject: 'Confirm your address / Confirme seu endereço',
    text: both(
      `Hello ${who},\n\nconfirm that this address is yours within one hour:\n${url}\n\nIf you did not sign in, do nothing.`,
      `Olá, ${who},\n\nconfirme em até uma hora que este endereço é seu:\n${url}\n\nSe você não tentou entrar, não faça nada.`,
    ),
  };
}

export type InviteWords = {
  name: string;
  inviter: string;
  organisation: string;
  hours: number;
  url: string;
};

export function inviteMail({ name, inviter, organisation, hours, url }: InviteWords): Mail {
  const [who, from, where] = [oneLine(name), oneLine(inviter), oneLine(organisation)];
  return {
    subject: 'You are invited to Ascent / Convite para o Ascent',
    text: both(
      `Hello ${who},\n\n${from} invites you to Ascent for ${where}. Accept here within ${hours} hours:\n${url}\n\nThe link works once and only for this address. If you did not expect it, do nothing.`,
      `Olá, ${who},\n\n${from} convida você para o Ascent de ${where}. Aceite aqui em até ${hours} horas:\n${url}\n\nO link funciona uma vez e só para este endereço. Se você não o esperava, não faça nada.`,
    ),
  };
}
