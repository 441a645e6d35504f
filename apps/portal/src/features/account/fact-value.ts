import type { Fact, Locale } from '@ascent/schemas';
import { formatDecimal, formatInteger, formatMoney, uiWords } from '@ascent/ui';

type Value = number | string | null;

/** A fact's value for people, by its unit. Nothing known is said, never 0. */
export function factValue(value: Value, unit: Fact['unit'], locale: Locale): string {
  if (value === null || value === '') return uiWords(locale).unknown;
  if (typeof value === 'string') return value;
  const pt = locale === 'pt-BR';
  const whole = formatInteger(value, locale);
  switch (unit) {
    case 'cents':
      return formatMoney(value, locale, { whole: value % 100 === 0 });
    case 'hundredths':
      return formatDecimal(value / 100, locale, 2);
    case 'pace':
      return `${formatDecimal(value / 100, locale, 1)} ${pt ? 'vezes o ritmo habitual' : 'times its usual pace'}`;
    case 'days':
      return `${whole} ${value === 1 ? (pt ? 'dia' : 'day') : pt ? 'dias' : 'days'}`;
    case 'years':
      return `${whole} ${value === 1 ? (pt ? 'ano' : 'year') : pt ? 'anos' : 'years'}`;
    case 'seats':
      return `${whole} ${value === 1 ? (pt ? 'licença' : 'seat') : pt ? 'licenças' : 'seats'}`;
    default:
      return whole;
  }
}
