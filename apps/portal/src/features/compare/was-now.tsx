import type { Locale } from '@ascent/schemas';
import { Delta, formatInteger, formatScore, uiWords } from '@ascent/ui';

/** A number with what it was and the difference below; nothing is compared with a value that is missing. */
export function WasNow({ was, now, unit, plain, isNew, short, locale }: WasNowProps) {
  const words = uiWords(locale);
  const text = (value: number | null) => {
    if (value === null) return <span className="ns">{formatScore(null, locale)}</span>;
    return unit === 'deci' ? formatScore(value, locale) : formatInteger(value, locale);
  };
  return (
    <>
      <b className="b block">{text(now)}</b>
      <span className="muted xs nowrap">
        {isNew ? (
          words.isNew
        ) : (
          <>
            {!short && (
              <>
                {words.was} {text(was)}{' '}
              </>
            )}
            {was !== null && now !== null && (
              <Delta value={now - was} unit={unit} plain={plain} locale={locale} />
            )}
          </>
        )}
      </span>
    </>
  );
}

type WasNowProps = {
  /** Counts, or deci-points. */
  was: number | null;
  now: number | null;
  unit: 'count' | 'deci';
  /** Neither direction is better. */
  plain?: boolean;
  isNew?: boolean;
  /** Only the difference stands below. */
  short?: boolean;
  locale: Locale;
};
