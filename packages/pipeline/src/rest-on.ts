import type { Warehouse } from '@ascent/warehouse';
import { z } from 'zod';

/**
 * Makes a release's scores those it has itself and, for all other accounts, those of `base`. What `base` took from a
 * third release is taken from there too, so that a release never rests on one that rests on another.
 */
export async function restOn(
  warehouse: Warehouse,
  { releaseId, base }: { releaseId: string; base: string | null },
): Promise<string | null> {
  await warehouse.command({
    sql: `ALTER TABLE score_bases DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  if (base === null) return null;
  const [under] = await warehouse.query({
    sql: 'SELECT base_id FROM score_bases WHERE release_id = {base:String}',
    params: { base },
    schema: z.object({ base_id: z.string() }),
  });
  if (under)
    await warehouse.command({
      sql: `INSERT INTO account_scores SELECT * REPLACE ('${releaseId}' AS release_id) FROM (SELECT * FROM account_scores
        WHERE release_id = '${base}' AND account_id NOT IN (SELECT account_id FROM account_scores WHERE release_id = '${releaseId}'))`,
    });
  const root = under?.base_id ?? base;
  await warehouse.insertRows({ table: 'score_bases', rows: [{ release_id: releaseId, base_id: root }] });
  return root;
}
