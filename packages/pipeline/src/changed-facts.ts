import { type Fact, isCategory } from '@ascent/schemas';
import { factColumn, factType } from '@ascent/scoring';
import type { Month } from './month';

/** The query's rows that differ from those the base has of the day: only these are kept. */
export function changedFacts(
  facts: readonly Fact[],
  query: string,
  base: { id: string; day: string },
): string {
  const typed = facts.map((fact) => {
    const column = factColumn(fact.id);
    return `CAST(${column}, '${factType(fact)}') AS ${column}`;
  });
  const row = rowHash(facts);
  return `SELECT * FROM (SELECT account_id, observed, ${typed.join(', ')} FROM (${query}))
    WHERE ${row} NOT IN (SELECT ${row} FROM features WHERE release_id = '${base.id}' AND as_of = '${base.day}')`;
}

/** A hash of a value that is missing would be missing itself, so that whether it is stands beside it. */
function rowHash(facts: readonly Fact[]): string {
  const values = facts.flatMap((fact) => {
    const column = factColumn(fact.id);
    return [
      isCategory(fact) ? `ifNull(toString(${column}), '')` : `ifNull(${column}, 0)`,
      `isNull(${column})`,
    ];
  });
  return `sipHash128(account_id, observed, ${values.join(', ')})`;
}

/**
 * Scoring looks at two days of an account. One that changed on either of them is kept on both, so that what changed
 * can be scored from the release's own rows.
 */
export async function keepBothDays(
  { warehouse, releaseId }: Month,
  base: string,
  days: readonly [string, string],
): Promise<void> {
  const own = (day: string) =>
    `SELECT account_id FROM features WHERE release_id = '${releaseId}' AND as_of = '${day}'`;
  for (const [day, other] of [days, [days[1], days[0]]] as const)
    if (day !== other)
      await warehouse.command({
        sql: `INSERT INTO features SELECT * REPLACE ('${releaseId}' AS release_id) FROM (SELECT * FROM features
          WHERE release_id = '${base}' AND as_of = '${day}' AND account_id IN (${own(other)}) AND account_id NOT IN (${own(day)}))`,
      });
}

/** All other accounts have the base's facts; null = the release has all its own. */
export async function restFactsOn({ warehouse, releaseId }: Month, base: string | null): Promise<void> {
  await warehouse.command({
    sql: `ALTER TABLE feature_bases DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  if (base === null) return;
  await warehouse.insertRows({
    table: 'feature_bases',
    rows: [{ release_id: releaseId, base_id: base }],
  });
}
