import type { Cluster, Locale, SegmentCode } from '@ascent/schemas';
import { ChevronRight } from 'lucide-react';
import { uiWords } from '../words/words';
import { ClusterChip, CodeChip } from './cluster-chip';

/** Where an account was and where it stands; "new" if it was nowhere. */
export function FromTo({ from, to, locale }: FromToProps) {
  return (
    <span className="arrow">
      {from === 'new' ? (
        <span className="muted">{uiWords(locale).isNew}</span>
      ) : (
        <CodeChip code={from} locale={locale} />
      )}
      <ChevronRight className="ic-s" aria-hidden />
      <ClusterChip cluster={to.cluster} code={to.code} locale={locale} />
    </span>
  );
}

export type FromToProps = {
  from: SegmentCode | null | 'new';
  to: { cluster: Cluster | null; code?: SegmentCode | null };
  locale: Locale;
};
