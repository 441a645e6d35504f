import type { CohortLine } from '@ascent/api';
import type { Cluster } from '@ascent/schemas';
import type { ClusterCounts } from '@ascent/ui';

/** A cohort's members as the marks take them. */
export function clusterCounts({ clusters }: Pick<CohortLine, 'clusters'>): Required<ClusterCounts> {
  const of = (cluster: Cluster | '') => clusters.find((each) => each.cluster === cluster)?.n ?? 0;
  return {
    'Act Now': of('Act Now'),
    Evaluate: of('Evaluate'),
    Nurture: of('Nurture'),
    Educate: of('Educate'),
    notScored: of(''),
  };
}
