'use client';
import type { Locale } from '@ascent/schemas';
import { RefreshCw } from 'lucide-react';
import { uiWords } from '../words/words';
import { useNewer } from './use-newer';

/** A newer release came out while the page was open; the page stays as it is until the reader asks. */
export function StaleBar({ shown, ask, onShow, locale }: StaleBarProps) {
  const words = uiWords(locale);
  const isStale = useNewer(shown, ask);
  return (
    // There from the start, so that what appears in it is announced.
    <div role="status">
      {isStale && (
        <div className="stale">
          <RefreshCw className="ic-s" aria-hidden />
          <span>{words.superseded}</span>
          <button type="button" className="link" onClick={onShow}>
            {words.show}
          </button>
        </div>
      )}
    </div>
  );
}

export type StaleBarProps = {
  /** The release that the page was made from; null before the first. */
  shown: string | null;
  /** The one that would be shown now. */
  ask: () => Promise<string | null>;
  onShow: () => void;
  locale: Locale;
};
