import type { Locale } from '@ascent/schemas';
import { formatDecimal } from '../format/number';
import { uiWords } from '../words/words';

/** A change always has a triangle and is said: up 41. Plain: a direction that is neither good nor bad. */
export function Delta({ value, unit = 'count', plain, locale }: DeltaProps) {
  const size =
    unit === 'deci'
      ? formatDecimal(Math.abs(value) / 10, locale, 1)
      : formatDecimal(Math.abs(value), locale, 0);
  if (value === 0) return <span className="delta same">{size}</span>;
  const up = value > 0;
  return (
    <span className={`delta ${plain ? 'plain' : up ? 'up' : 'down'}`}>
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <path d={up ? 'M4 1 7.5 7H.5z' : 'M4 7 .5 1h7z'} />
      </svg>
      <span className="sr">{up ? uiWords(locale).up : uiWords(locale).down} </span>
      {size}
    </span>
  );
}

export type DeltaProps = {
  value: number;
  /** deci: the value is in deci-points and shown in points. */
  unit?: 'count' | 'deci';
  plain?: boolean;
  locale: Locale;
};
