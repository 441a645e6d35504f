import type { AudienceLine, ReaderRelease } from '@ascent/api';
import { Cluster, type Locale } from '@ascent/schemas';
import { formatPeriod, uiWords } from '@ascent/ui';
import { playName } from '../cohort/play-groups';

/** By the current catalogue; a cohort that has left it keeps its id. */
export function cohortName(id: string, release: ReaderRelease | null, locale: Locale): string {
  const cohort = release?.catalogue.cohorts.find((each) => each.id === id);
  return cohort ? playName(cohort, locale) : id;
}

/** Empty when the audience was not narrowed to clusters. */
export function clusterNames(clusters: string[], locale: Locale): string {
  const names = uiWords(locale).clusters;
  return Cluster.options
    .filter((cluster) => clusters.includes(cluster))
    .map((cluster) => names[cluster])
    .join(', ');
}

/** A release's id begins with its period. */
export function releasePeriod({ releaseId }: Pick<AudienceLine, 'releaseId'>, locale: Locale): string {
  return formatPeriod(releaseId.slice(0, 7), locale);
}
