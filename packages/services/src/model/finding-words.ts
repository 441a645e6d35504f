import type { Catalogue, GateCause, GateFinding, Words } from '@ascent/schemas';
import { inBoth } from '@ascent/scoring';
import { type Figure, figureIn, leakageWords } from './reason-words';

type Told<Code extends GateCause['code']> = Extract<GateCause, { code: Code }>;
type Texts = { [Code in GateCause['code']]: (cause: Told<Code>, figure: Figure) => Words };

/** What the gate found, in words. */
export function causeWords(cause: GateCause): Words {
  return inBoth((lang) => {
    const text = TEXTS[cause.code] as (cause: GateCause, figure: Figure) => Words;
    return text(cause, figureIn(lang))[lang];
  });
}

/** What it is about: a product or a fact by its words, a feed or a step by its name. */
export function subjectWords({ subject }: Pick<GateFinding, 'subject'>, catalogue?: Catalogue): Words {
  const of = (list: readonly { id: string; words: Words }[] | undefined) =>
    list?.find(({ id }) => id === subject)?.words;
  return of(catalogue?.products) ?? of(catalogue?.facts) ?? OTHERS[subject] ?? { en: subject, pt: subject };
}

const OTHERS: Record<string, Words> = {
  scores: { en: 'Scores', pt: 'Pontuações' },
  accounts: { en: 'Accounts', pt: 'Contas' },
  partners: { en: 'Partners', pt: 'Parceiros' },
  technologies: { en: 'Technologies', pt: 'Tecnologias' },
  subscriptions: { en: 'Subscriptions', pt: 'Assinaturas' },
  transactions: { en: 'Transactions', pt: 'Transações' },
  agreements: { en: 'Agreements', pt: 'Contratos' },
  opportunities: { en: 'Opportunities', pt: 'Oportunidades' },
  signals: { en: 'Signals', pt: 'Sinais' },
};

const KINDS: Record<string, Words> = {
  fit: { en: 'fit', pt: 'adequação' },
  intent: { en: 'intent', pt: 'intenção' },
  propensity: { en: 'propensity', pt: 'propensão' },
  renewal: { en: 'renewal', pt: 'renovação' },
};
const kindIn = (kind: string) => KINDS[kind] ?? { en: kind, pt: kind };

const TEXTS: Texts = {
  'nothing-scored': () => ({ en: 'nothing was scored', pt: 'nada foi pontuado' }),
  'product-unscored': () => ({ en: 'no account has a score', pt: 'nenhuma conta tem pontuação' }),
  'clusters-moved': ({ psi }, figure) => ({
    en: `clusters moved: PSI ${figure(psi, 2)}`,
    pt: `os clusters mudaram: PSI ${figure(psi, 2)}`,
  }),
  rejected: ({ rows, of }, figure) => ({
    en: `${figure(rows)} of ${figure(of)} rows were rejected`,
    pt: `${figure(rows)} de ${figure(of)} linhas foram rejeitadas`,
  }),
  'no-sale': ({ before }) => ({
    en: `no sale is loaded from before ${before}`,
    pt: `nenhuma venda anterior a ${before} foi carregada`,
  }),
  'last-sale': ({ before, on }) => ({
    en: `the last sale before ${before} is of ${on}`,
    pt: `a última venda antes de ${before} é de ${on}`,
  }),
  'spread-moved': ({ psi }, figure) => ({
    en: `spread otherwise than a month ago: PSI ${figure(psi, 2)}`,
    pt: `distribuição diferente da do mês anterior: PSI ${figure(psi, 2)}`,
  }),
  'scores-moved': ({ kind, psi }, figure) => ({
    en: `${kindIn(kind).en} scores moved: PSI ${figure(psi, 2)}`,
    pt: `as pontuações de ${kindIn(kind).pt} mudaram: PSI ${figure(psi, 2)}`,
  }),
  'meaning-moved': ({ z, cutOff }, figure) => ({
    en: `tells ${z > 0 ? 'more' : 'less'} of purchases from ${cutOff} on than it did before (${figure(Math.abs(z), 1)} standard errors)`,
    pt: `diz ${z > 0 ? 'mais' : 'menos'} sobre as compras a partir de ${cutOff} do que antes (${figure(Math.abs(z), 1)} erros-padrão)`,
  }),
  leaked: ({ product, model, ...leak }) => ({
    en: `left out of ${product} ${kindIn(model).en}: ${leakageWords(leak).en}`,
    pt: `fora de ${product} ${kindIn(model).pt}: ${leakageWords(leak).pt}`,
  }),
  'future-dated': ({ column, rows }, figure) => ({
    en: `${figure(rows)} rows have a ${column} after the day on which they were loaded`,
    pt: `${figure(rows)} linhas têm ${column} posterior ao dia em que foram carregadas`,
  }),
  said: ({ text }) => ({ en: text, pt: text }),
};
