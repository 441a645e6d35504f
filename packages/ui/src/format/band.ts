import type { Locale } from '@ascent/schemas';
import { uiWords } from '../words/words';
import { dollar, NBSP, THOUSAND } from './money';

/** The file's value for people: `$25K-$50K` is US$25–50K, `<$1K` is < US$1K, `$100K+` is US$100K+. */
export function formatBand(band: string | null, locale: Locale): string {
  if (!band) return uiWords(locale).noBand;
  const figures = [...band.matchAll(/\$?(\d+)K/g)].map((match) => match[1]);
  const [low, high] = figures;
  if (!low) return band;
  const unit = THOUSAND[locale];
  if (band.startsWith('<')) return `<${NBSP}${dollar(locale)}${low}${unit}`;
  if (band.endsWith('+')) return `${dollar(locale)}${low}${unit}+`;
  return `${dollar(locale)}${high ? `${low}–${high}` : low}${unit}`;
}
