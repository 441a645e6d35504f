import { CLUSTER_ORDER, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { LoadingTable } from '../states/loading-table';

export function CohortsLoading() {
  const t = useTranslations('cohorts');
  const words = uiWords(useAppLocale());
  const clusters = CLUSTER_ORDER.map((cluster) => words.clusters[cluster]);
  return (
    <LoadingTable
      title={t('title')}
      headers={[t('play'), t('byCluster'), t('members'), ...clusters, words.notScored]}
      rows={12}
    />
  );
}
