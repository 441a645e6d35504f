import { factColumn } from '@ascent/scoring';
import type { Month } from '../month';

/** Facts of this period's cut-off with the clusters of this release beside them: what rules are written over. */
export function ruleSource(month: Month, asOf: string): string {
  const clusters = month.catalogue.products.map(
    (product) =>
      `anyIf(toString(assumeNotNull(cluster)), product = '${product.id}' AND cluster IS NOT NULL) AS ${clusterColumn(product.id)}`,
  );
  return `(SELECT f.*, ${month.catalogue.products.map((p) => `nullIf(s.${clusterColumn(p.id)}, '') AS ${clusterColumn(p.id)}`).join(', ')}
    FROM (SELECT * FROM features WHERE release_id = '${month.releaseId}' AND as_of = '${asOf}') AS f
    LEFT JOIN (SELECT account_id, ${clusters.join(', ')} FROM scores WHERE release_id = '${month.releaseId}' GROUP BY account_id) AS s
    ON s.account_id = f.account_id)`;
}

/** Where a rule's name stands in `ruleSource`. */
export function ruleColumn(name: string): string {
  return name.endsWith('Cluster') ? clusterColumn(name.slice(0, -'Cluster'.length)) : factColumn(name);
}

function clusterColumn(product: string): string {
  return `c_${product}`;
}
