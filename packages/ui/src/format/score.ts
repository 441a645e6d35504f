import type { Locale } from '@ascent/schemas';
import { uiWords } from '../words/words';
import { formatDecimal } from './number';

/** Of deci-points: 843 is 84.3. A missing score is said, never 0. */
export function formatScore(deci: number | null, locale: Locale): string {
  return deci === null ? uiWords(locale).notScored.toLowerCase() : formatDecimal(deci / 10, locale, 1);
}

/** Deci-points that were added or taken away carry a sign: +12.3, −4.0, 0.0. */
export function formatPoints(deci: number, locale: Locale): string {
  return `${deci > 0 ? '+' : ''}${formatDecimal(deci / 10, locale, 1)}`;
}

/** A count that rose or fell: +41, −7, 0. */
export function formatSigned(value: number, locale: Locale): string {
  return `${value > 0 ? '+' : ''}${formatDecimal(value, locale, 0)}`;
}
