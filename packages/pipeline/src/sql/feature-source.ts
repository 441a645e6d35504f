import { factColumn } from '@ascent/scoring';
import { scoreColumn, scoresOf } from '@ascent/warehouse';
import { featuresRelease, type Month } from '../month';

/** Facts of a day with the clusters of this release beside them: what rules are written over. */
export async function ruleSource(month: Month, asOf: string): Promise<string> {
  const clusters = month.catalogue.products.map(
    ({ id }) => `toString(s.${scoreColumn(id, 'cluster')}) AS ${clusterColumn(id)}`,
  );
  return `(SELECT f.*, ${clusters.join(', ')}
    FROM (SELECT * FROM features WHERE release_id = '${await featuresRelease(month)}' AND as_of = '${asOf}') AS f
    LEFT JOIN ${scoresOf(month.releaseId)} AS s ON s.account_id = f.account_id)`;
}

/** Where a rule's name stands in `ruleSource`. */
export function ruleColumn(name: string): string {
  return name.endsWith('Cluster') ? clusterColumn(name.slice(0, -'Cluster'.length)) : factColumn(name);
}

function clusterColumn(product: string): string {
  return `c_${product}`;
}
