import {
  type CardReason,
  cardReasons,
  type LeakageFinding,
  type ModelCard,
  type Words,
} from '@ascent/schemas';
import { inBoth, type Lang } from '@ascent/scoring';

type Told<Code extends CardReason['code']> = Extract<CardReason, { code: Code }>;
type Texts = { [Code in CardReason['code']]: (reason: Told<Code>, figure: Figure) => Words };
/** A number as the language writes it. */
export type Figure = (value: number, digits?: number) => string;

/** Why a model serves or does not, a sentence a reason. */
export function reasonWords(card: Pick<ModelCard, 'reason'>): Words[] {
  return cardReasons(card.reason).map((reason) =>
    inBoth((lang) => {
      const text = TEXTS[reason.code] as (reason: CardReason, figure: Figure) => Words;
      return text(reason, figureIn(lang))[lang];
    }),
  );
}

export function reasonText(card: Pick<ModelCard, 'reason'>, lang: Lang): string {
  return reasonWords(card)
    .map((words) => words[lang])
    .join(' ');
}

/** What a column did that makes a model doubtful. */
export function leakageWords({ kind, figure }: Pick<LeakageFinding, 'kind' | 'figure'>): Words {
  return inBoth((lang) => LEAKS[kind](figureIn(lang)(figure, 3))[lang]);
}

export function figureIn(lang: Lang): Figure {
  return (value, digits = 0) =>
    value.toLocaleString(lang === 'pt' ? 'pt-BR' : 'en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
}

const TEXTS: Texts = {
  'all-leaked': () => ({
    en: 'Nothing is left to learn from: every fact looks leaked.',
    pt: 'Não resta nada com que aprender: todos os fatos parecem vazados.',
  }),
  'all-alike': () => ({
    en: 'No signal: all accounts score alike.',
    pt: 'Sem sinal: todas as contas pontuam igual.',
  }),
  first: () => ({
    en: 'Passed: the first of its kind.',
    pt: 'Aprovado: o primeiro do tipo.',
  }),
  'champion-unreadable': () => ({
    en: 'Passed: the champion looks at facts that are no longer collected that way.',
    pt: 'Aprovado: o campeão usa fatos que não são mais coletados daquela forma.',
  }),
  'champion-unmeasured': () => ({
    en: 'Passed: nothing is left to compare it with the champion.',
    pt: 'Aprovado: não resta com que compará-lo ao campeão.',
  }),
  'too-few': ({ purchases, rows }, figure) => ({
    en: `Too little data: ${figure(purchases)} purchases in ${figure(rows)} rows.`,
    pt: `Poucos dados: ${figure(purchases)} compras em ${figure(rows)} linhas.`,
  }),
  'no-lift': ({ lift }, figure) => ({
    en: `No lift: the High level buys ${figure(lift, 2)} times the base rate on later data.`,
    pt: `Sem ganho: o nível Alto compra ${figure(lift, 2)} vezes a taxa básica em dados posteriores.`,
  }),
  'no-better-than-rate': ({ logLoss, rate }, figure) => ({
    en: `No signal: log loss ${logLoss === null ? 'unknown' : figure(logLoss, 4)} against ${figure(rate, 4)} of the plain rate on later data.`,
    pt: `Sem sinal: perda logarítmica ${logLoss === null ? 'desconhecida' : figure(logLoss, 4)} contra ${figure(rate, 4)} da taxa simples em dados posteriores.`,
  }),
  'learnt-from-area': ({ area }) => ({
    en: `Learnt from all products of ${area} instead.`,
    pt: `Aprendeu com todos os produtos de ${area}.`,
  }),
  better: ({ logLoss, champion, rows }, figure) => ({
    en: `Passed: log loss ${figure(logLoss, 4)} against ${figure(champion, 4)} of the champion on ${figure(rows)} rows that taught neither.`,
    pt: `Aprovado: perda logarítmica ${figure(logLoss, 4)} contra ${figure(champion, 4)} do campeão em ${figure(rows)} linhas que não ensinaram nenhum dos dois.`,
  }),
  'champion-better': ({ logLoss, champion, rows }, figure) => ({
    en: `The champion stays: log loss ${figure(logLoss, 4)} against ${figure(champion, 4)} of the champion on ${figure(rows)} rows that taught neither.`,
    pt: `O campeão fica: perda logarítmica ${figure(logLoss, 4)} contra ${figure(champion, 4)} do campeão em ${figure(rows)} linhas que não ensinaram nenhum dos dois.`,
  }),
  'better-than-scores': ({ logLoss, scores, rows }, figure) => ({
    en: `It says the probability instead of both scores together: log loss ${figure(logLoss, 4)} against ${figure(scores, 4)} on ${figure(rows)} rows that taught neither.`,
    pt: `É ele que diz a probabilidade, e não as duas pontuações juntas: perda logarítmica ${figure(logLoss, 4)} contra ${figure(scores, 4)} em ${figure(rows)} linhas que não ensinaram nenhum dos dois.`,
  }),
  'scores-serve': ({ logLoss, scores, rows }, figure) => ({
    en: `Both scores together say the probability: log loss ${figure(scores, 4)} against ${figure(logLoss, 4)} of this model on ${figure(rows)} rows that taught neither.`,
    pt: `As duas pontuações juntas dizem a probabilidade: perda logarítmica ${figure(scores, 4)} contra ${figure(logLoss, 4)} deste modelo em ${figure(rows)} linhas que não ensinaram nenhum dos dois.`,
  }),
  'scores-alone': () => ({
    en: 'Both scores together say the probability.',
    pt: 'As duas pontuações juntas dizem a probabilidade.',
  }),
  'turned-round': () => ({
    en: 'No signal: later outcomes turn its scores round.',
    pt: 'Sem sinal: os resultados posteriores invertem suas pontuações.',
  }),
  said: ({ text }) => ({ en: text, pt: text }),
};

const LEAKS: Record<LeakageFinding['kind'], (figure: string) => Words> = {
  'single-feature': (figure) => ({
    en: `alone ranks the outcome with an AUC of ${figure}: is it filled in after the outcome?`,
    pt: `sozinho ordena o resultado com AUC de ${figure}: é preenchido depois do resultado?`,
  }),
  missingness: (figure) => ({
    en: `whether it is filled in ranks the outcome with an AUC of ${figure}: is it filled in after the outcome?`,
    pt: `estar preenchido ordena o resultado com AUC de ${figure}: é preenchido depois do resultado?`,
  }),
  'future-dated': (figure) => ({
    en: `is dated after the day on which it was loaded (${figure})`,
    pt: `tem data posterior ao dia em que foi carregado (${figure})`,
  }),
};
