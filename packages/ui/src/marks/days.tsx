import type { Locale } from '@ascent/schemas';
import { formatInteger } from '../format/number';
import { uiWords } from '../words/words';

/** Days left, in a square that turns warm when they are few. */
export function Days({ days, soonFrom = 30, locale }: { days: number; soonFrom?: number; locale: Locale }) {
  const { day } = uiWords(locale);
  return (
    <span className={days <= soonFrom ? 'days soon' : 'days'}>
      {formatInteger(days, locale)}
      <small>{days === 1 ? day.one : day.many}</small>
    </span>
  );
}
