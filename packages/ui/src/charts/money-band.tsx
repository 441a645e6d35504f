import type { Locale } from '@ascent/schemas';
import { placed } from '../domain/placed';
import { scale } from '../domain/scale';
import { formatMoneyRange } from '../format/money';

/** An estimate is its interval: a band on a scale of powers of ten, with both ends in words. */
export function MoneyBand({ low, high, label, locale }: MoneyBandProps) {
  const x = scale(Math.log10(LEAST), Math.log10(MOST), [0, 100]).at;
  const at = (cents: number) => x(Math.log10(Math.min(MOST, Math.max(LEAST, cents))));
  return (
    <span className="moneyband" role="img" aria-label={`${label}: ${formatMoneyRange(low, high, locale)}`}>
      <span className="tr" aria-hidden="true">
        {TENS.map((tick) => (
          <s key={tick} {...placed({ left: at(tick) })} />
        ))}
        <i {...placed({ left: at(low), width: Math.max(2, at(high) - at(low)) })} />
      </span>
      <b aria-hidden="true">{formatMoneyRange(low, high, locale)}</b>
    </span>
  );
}

/** US$10 to US$1M, in cents. */
const [LEAST, MOST] = [1_000, 100_000_000];
const TENS = [10_000, 100_000, 1_000_000, 10_000_000];

export type MoneyBandProps = { low: number; high: number; label: string; locale: Locale };
