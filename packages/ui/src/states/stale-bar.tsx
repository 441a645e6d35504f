import type { Locale } from '@ascent/schemas';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Anchor, type LinkComponent } from '../link';
import { uiWords } from '../words/words';

/** The release was superseded while the page was open; the page stays as it is until the reader asks. */
export function StaleBar({ href, children, locale, Link = Anchor }: StaleBarProps) {
  const words = uiWords(locale);
  return (
    <div className="stale" role="status">
      <RefreshCw className="ic-s" aria-hidden />
      <span>{children ?? words.superseded}</span>
      <Link className="link" href={href}>
        {words.show}
      </Link>
    </div>
  );
}

export type StaleBarProps = { href: string; children?: ReactNode; locale: Locale; Link?: LinkComponent };
