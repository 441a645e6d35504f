import type { Cluster } from '@ascent/schemas';
import type { Condition } from '@ascent/warehouse';
import type { ShownRelease } from '../context';
import { cohortHeader } from '../grid/conditions';

/** Who is in an audience: the cohort's members, in these clusters of its product where any are named. */
export function audienceConditions(
  release: ShownRelease,
  { cohort, clusters }: { cohort: string; clusters: readonly Cluster[] },
): Condition[] {
  const member: Condition = { column: cohortHeader(release, cohort), op: '=', value: 'Yes' };
  if (clusters.length === 0) return [member];
  const { product } = release.catalogue.cohorts.find((each) => each.id === cohort)!;
  return [member, { column: `${product}Cluster`, op: 'in', values: clusters }];
}
