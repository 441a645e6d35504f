import type { Locale } from '@ascent/schemas';
import { formatDecimal, MINUS } from './number';

/** US dollars from integer cents: US$18,450.00 or, whole, US$18,450. */
export function formatMoney(cents: number, locale: Locale, options: { whole?: boolean } = {}): string {
  const amount = formatDecimal(Math.abs(cents) / 100, locale, options.whole ? 0 : 2);
  return `${cents < 0 ? MINUS : ''}${dollar(locale)}${amount}`;
}

/** A sum of bands is a range, never a midpoint: US$8.1–14.6M, US$90–210K. Both ends share the larger one's unit. */
export function formatMoneyRange(lowCents: number, highCents: number, locale: Locale): string {
  const unit = unitOf(highCents);
  const low = formatDecimal(lowCents / unit.cents, locale, unit.digits);
  const high = formatDecimal(highCents / unit.cents, locale, unit.digits);
  return `${dollar(locale)}${low === high ? high : `${low}–${high}`}${unit.name[locale]}`;
}

/** Part of a currency text that stands before the figure. */
export function dollar(locale: Locale): string {
  return locale === 'pt-BR' ? `US$${NBSP}` : 'US$';
}

export const NBSP = '\u00a0';
export const THOUSAND: Record<Locale, string> = { en: 'K', 'pt-BR': `${NBSP}mil` };

type Unit = { cents: number; digits: number; name: Record<Locale, string> };

const units: Unit[] = [
  { cents: 100_000_000_000, digits: 1, name: { en: 'B', 'pt-BR': `${NBSP}bi` } },
  { cents: 100_000_000, digits: 1, name: { en: 'M', 'pt-BR': `${NBSP}mi` } },
  { cents: 100_000, digits: 0, name: THOUSAND },
  { cents: 100, digits: 0, name: { en: '', 'pt-BR': '' } },
];

// 999,600 dollars would print as 1,000K: the unit is chosen by the figure that is shown.
function unitOf(cents: number): Unit {
  return units.find((unit) => cents >= unit.cents * (unit.digits ? 0.9995 : 1)) ?? units[units.length - 1]!;
}
