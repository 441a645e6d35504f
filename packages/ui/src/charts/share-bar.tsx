import type { Locale } from '@ascent/schemas';
import { placed } from '../domain/placed';
import { formatPercent } from '../format/number';

/** A share as a bar beside its number; `most` is the share that fills the bar. */
export function ShareBar({ share, most, tone = 'plain', mark, digits = 1, locale }: ShareBarProps) {
  const percent = (value: number) => (100 * value) / (most || 1);
  return (
    <span className="sharebar">
      <span className="tr" aria-hidden="true">
        <i className={tone} {...placed({ width: percent(share) })} />
        {mark !== undefined && <u {...placed({ left: percent(mark) })} />}
      </span>
      <b>{formatPercent(share, locale, digits)}</b>
    </span>
  );
}

export type ShareBarProps = {
  share: number;
  most: number;
  tone?: 'plain' | 'danger' | 'act' | 'eval' | 'nur' | 'edu';
  /** A place to compare with. */
  mark?: number;
  digits?: number;
  locale: Locale;
};
