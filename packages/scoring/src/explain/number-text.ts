import type { Fact, Words } from '@ascent/schemas';

export type Lang = keyof Words;

/** A text in both languages. */
export function inBoth(tell: (lang: Lang) => string): Words {
  return { en: tell('en'), pt: tell('pt') };
}

/** Written by hand, not with Intl: every machine must print the same characters. */
export function numberText(value: number, lang: Lang, digits = 0): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const [group, point] = lang === 'pt' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 && Number(fixed) !== 0 ? '\u2212' : '';
  return `${sign}${grouped}${fraction ? point + fraction : ''}`;
}

/** Deci-points without their sign: 124 is 12.4. */
export function pointsText(points: number, lang: Lang): string {
  return numberText(Math.abs(points) / 10, lang, 1);
}

/** With their sign: +12.4. */
export function signedPoints(points: number, lang: Lang): string {
  return `${points > 0 ? '+' : ''}${numberText(points / 10, lang, 1)}`;
}

/** A number of a fact without the word of its unit. */
export function figureText(
  value: number,
  { unit, source }: Pick<Fact, 'unit' | 'source'>,
  lang: Lang,
): string {
  // An index that reads against 100, where the catalogue does not call it a pace.
  if (source.measure === 'surge' && unit !== 'pace') return numberText(value, lang);
  switch (unit) {
    case 'cents':
      return moneyText(value, lang);
    case 'hundredths':
      return numberText(value / 100, lang, value % 100 === 0 ? 0 : 2);
    case 'pace':
      return numberText(value / 100, lang, value % 10 === 0 ? 1 : 2);
    default:
      return numberText(value, lang);
  }
}

function moneyText(cents: number, lang: Lang): string {
  const dollar = lang === 'pt' ? 'US$\u00a0' : 'US$';
  const amount = numberText(Math.abs(cents) / 100, lang, cents % 100 === 0 ? 0 : 2);
  return `${cents < 0 ? '\u2212' : ''}${dollar}${amount}`;
}

const UNITS: Partial<Record<Fact['unit'], Record<Lang, { one: string; many: string; said: RegExp }>>> = {
  days: {
    en: { one: 'day', many: 'days', said: /\bdays?\b/i },
    pt: { one: 'dia', many: 'dias', said: /\bdias?\b/i },
  },
  years: {
    en: { one: 'year', many: 'years', said: /\byears?\b/i },
    pt: { one: 'ano', many: 'anos', said: /\banos?\b/i },
  },
  pace: {
    en: { one: 'times its usual pace', many: 'times its usual pace', said: /\busual pace\b/i },
    pt: { one: 'vezes o ritmo habitual', many: 'vezes o ritmo habitual', said: /\britmo habitual\b/i },
  },
  seats: {
    en: { one: 'seat', many: 'seats', said: /\bseats?\b/i },
    pt: { one: 'licença', many: 'licenças', said: /\blicenças?\b/i },
  },
};

/** The word after a figure, unless the fact's own name says it already; with its space. */
export function unitText({ unit, words }: Pick<Fact, 'unit' | 'words'>, one: boolean, lang: Lang): string {
  const noun = UNITS[unit]?.[lang];
  if (!noun || noun.said.test(words[lang])) return '';
  return ` ${one ? noun.one : noun.many}`;
}
