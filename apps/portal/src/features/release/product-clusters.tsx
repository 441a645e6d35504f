import type { Overview } from '@ascent/api';
import { type Cluster, inLocale } from '@ascent/schemas';
import { type ClusterCounts, ClusterStackPanel, formatCount, TextLink, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { gridHref } from '../grid/grid-href';
import { AppLink } from '../shell/app-link';

export function ProductClusters({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const locale = useAppLocale();
  const rows = overview.products.map(({ product, words, clusters, notScored, entered, left }) => {
    const of = (cluster: Cluster) => clusters.find((each) => each.cluster === cluster)?.n ?? 0;
    const counts: ClusterCounts = {
      'Act Now': of('Act Now'),
      Evaluate: of('Evaluate'),
      Nurture: of('Nurture'),
      Educate: of('Educate'),
      notScored,
    };
    const name = inLocale(words, locale);
    const label = (
      <TextLink
        href={gridHref({ product, clusters: ['Act Now'] })}
        title={t('openActNow', { name })}
        Link={AppLink}
      >
        {name}
      </TextLink>
    );
    return {
      id: product,
      label,
      counts,
      moved: overview.release.hasPrevious ? { entered, left } : undefined,
    };
  });
  return (
    <ClusterStackPanel
      title={t('clusters')}
      caption={t('clusters')}
      note={t('each', { accounts: formatCount(overview.accounts, uiWords(locale).account, locale) })}
      rows={rows}
      since={overview.release.hasPrevious ? t('since') : undefined}
      foot={<span className="muted xs">{t('clustersFoot')}</span>}
      locale={locale}
    />
  );
}
