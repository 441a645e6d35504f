import { factColumn } from '@ascent/scoring';
import { featuresOf, scoreColumn, scoresOf } from '@ascent/warehouse';
import { featuresRelease, type Month } from '../month';

/** Facts of a day with the clusters of this release beside them: what rules are written over. */
export async function ruleSource(month: Month, asOf: string): Promise<string> {
  const clusters = month.catalogue.products.map(
    ({ id }) => `toString(s.${scoreColumn(id, 'cluster')}) AS ${clusterColumn(id)}`,
  );
  const facts = featuresOf('features', { release: await featuresRelease(month), asOf });
  return `(SELECT f.*, ${clusters.join(', ')}
    FROM ${facts} AS f
    LEFT JOIN ${scoresOf(month.releaseId)} AS s ON s.account_id = f.account_id)`;
}

/** Where a rule's name stands in `ruleSource`. */
export function ruleColumn(name: string): string {
  return name.endsWith('Cluster') ? clusterColumn(name.slice(0, -'Cluster'.length)) : factColumn(name);
}

function clusterColumn(product: string): string {
  return `c_${product}`;
}
