import type { Catalogue } from '@ascent/schemas';
import { factColumn, literal } from '@ascent/scoring';

const RECOMMENDED = 3;

/**
 * Workloads bought, and the next ones: those not bought, ranked by how many accounts of the release that own
 * at least one workload own them. `from` gives the fact columns.
 */
export function workloadsSql(catalogue: Catalogue, from: string): string {
  const { workloads } = catalogue;
  if (workloads.length === 0) {
    return `SELECT account_id, CAST([], 'Array(String)') AS existing, CAST([], 'Array(String)') AS recommended FROM ${from}`;
  }
  const owned = `arrayFilter(w -> w != '', [${workloads.map((w) => `if(ifNull(${factColumn(w.fact)}, 0) > 0, ${literal(w.name)}, '')`).join(', ')}])`;
  const names = `[${workloads.map((w) => literal(w.name)).join(', ')}]`;
  const ranking = `SELECT arrayMap(w -> w.2, arraySort(arrayMap(w -> (-countEqual(flat, w), w), ${names}))) FROM (SELECT groupArrayArray(existing) AS flat FROM (SELECT ${owned} AS existing FROM ${from}))`;
  return `SELECT account_id, ${owned} AS existing, if(length(existing) = 0 AND NOT (ifNull(c_first, '') IN ('Act Now', 'Evaluate')), CAST([], 'Array(String)'), arraySlice(arrayFilter(w -> NOT has(existing, w), (${ranking})), 1, ${RECOMMENDED})) AS recommended
    FROM (SELECT *, c_${catalogue.products[0]!.id} AS c_first FROM ${from})`;
}
