'use client';
import type { Cluster } from '@ascent/schemas';
import { Check, CLUSTER_ORDER, ClusterChip, type ClusterCounts, formatCount, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** None chosen means all of them, and those that are not scored. */
export function ClusterChoice({ counts, chosen, onChange }: ClusterChoiceProps) {
  const t = useTranslations('freeze');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const toggle = (cluster: Cluster) =>
    onChange(chosen.includes(cluster) ? chosen.filter((each) => each !== cluster) : [...chosen, cluster]);
  return (
    <fieldset className="field" aria-describedby="clusters-hint">
      <legend className="lbl">{t('clusters')}</legend>
      <div className="grid grid-cols-2 gap-x-4">
        {CLUSTER_ORDER.map((cluster) => (
          <Check
            key={cluster}
            name="clusters"
            value={cluster}
            checked={chosen.includes(cluster)}
            onChange={() => toggle(cluster)}
            label={<ClusterChip cluster={cluster} locale={locale} />}
            hint={formatCount(counts[cluster], words.account, locale)}
          />
        ))}
      </div>
      <p className="hint" id="clusters-hint">
        {t('clustersHint', {
          count: counts.notScored ?? 0,
          accounts: formatCount(counts.notScored ?? 0, words.account, locale),
        })}
      </p>
    </fieldset>
  );
}

type ClusterChoiceProps = {
  counts: ClusterCounts;
  chosen: Cluster[];
  onChange: (clusters: Cluster[]) => void;
};
