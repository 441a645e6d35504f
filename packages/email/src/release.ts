import { oneLine } from './one-line';
import { both, type Mail } from './support';

/** `period` as 2026-10. */
export function releaseMail({ name, period, url }: { name: string; period: string; url: string }): Mail {
  const who = oneLine(name);
  const day = new Date(`${period}-01T00:00:00Z`);
  const month = (locale: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
  return {
    subject: `The ${month('en')} release is here / A versão de ${month('pt-BR')} chegou`,
    text: both(
      `Hello ${who},\n\nthe ${month('en')} release is published. See who entered Act Now and why:\n${url}\n\nYou can turn these mails off under Preferences.`,
      `Olá, ${who},\n\na versão de ${month('pt-BR')} foi publicada. Veja quem entrou em Agir agora e por quê:\n${url}\n\nVocê pode desligar estes e-mails em Preferências.`,
    ),
  };
}

/** The host decided on something that a partner called wrong. */
export function feedbackMail({
  name,
  account,
  accepted,
  answer,
  url,
}: {
  name: string;
  account: string;
  accepted: boolean;
  answer: string;
  url: string;
}): Mail {
  const [who, what] = [oneLine(name), oneLine(account, 120)];
  return {
    subject: `About ${what}: your correction / Sobre ${what}: sua correção`,
    text: both(
      `Hello ${who},\n\nyour correction of ${what} was ${accepted ? 'accepted; the next release takes it up' : 'not accepted'}.\n\n${answer}\n\n${url}`,
      `Olá, ${who},\n\nsua correção de ${what} ${accepted ? 'foi aceita; a próxima versão a incorpora' : 'não foi aceita'}.\n\n${answer}\n\n${url}`,
    ),
  };
}
