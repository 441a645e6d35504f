import type { Locale } from '@ascent/schemas';

/** Written by hand, not with Intl: the server and the browser must print the same characters. */
export function formatInteger(value: number, locale: Locale): string {
  return formatDecimal(Math.round(value), locale, 0);
}

export function formatDecimal(value: number, locale: Locale, digits = 1): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separators[locale].group);
  const sign = value < 0 && Number(fixed) !== 0 ? MINUS : '';
  return `${sign}${grouped}${fraction ? separators[locale].decimal + fraction : ''}`;
}

/** Of a ratio: 0.128 is 13% or, with one digit, 12.8%. */
export function formatPercent(ratio: number, locale: Locale, digits = 0): string {
  return `${formatDecimal(ratio * 100, locale, digits)}%`;
}

export const MINUS = '\u2212';

const separators: Record<Locale, { group: string; decimal: string }> = {
  en: { group: ',', decimal: '.' },
  'pt-BR': { group: '.', decimal: ',' },
};
