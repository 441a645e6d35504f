import { createHash } from 'node:crypto';
import { scoresOf, type Warehouse } from '@ascent/warehouse';
import { z } from 'zod';

export const RELEASE_TABLES = [
  'account_scores',
  'agreement_scores',
  'cohort_members',
  'release_rows',
  'release_agreements',
] as const;
const Sums = z.object({ n: z.number(), sum: z.string(), xor: z.string() });

/** One hash over all rows of a release, whatever their order on disk; the release's own name does not count. */
export async function contentHash(
  warehouse: Warehouse,
  releaseId: string,
): Promise<{ hash: string; rows: Record<string, number> }> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  for (const table of RELEASE_TABLES) {
    const columns = await warehouse.query({
      sql: `SELECT name FROM system.columns WHERE database = currentDatabase() AND table = {table:String} AND name != 'release_id' ORDER BY name`,
      params: { table },
      schema: z.object({ name: z.string() }),
    });
    const used = await usedColumns(
      warehouse,
      table,
      releaseId,
      columns.map(({ name }) => name),
    );
    // A hash over any NULL is NULL in this engine, and such a row would not count.
    const values = used
      .map((name) => `if(isNull(\`${name}\`), 'n', concat('v', toString(\`${name}\`)))`)
      .join(', ');
    const [sums] = await warehouse.query({
      sql: `SELECT count() AS n, toString(sum(cityHash64(${values}))) AS sum, toString(groupBitXor(sipHash64(${values}))) AS xor FROM ${rowsOf(table, releaseId)} WHERE release_id = {release:String}`,
      params: { release: releaseId },
      schema: Sums,
    });
    rows[table] = sums!.n;
    hash.update(`${table} ${used.join(',')} ${sums!.n} ${sums!.sum} ${sums!.xor}\n`);
  }
  return { hash: hash.digest('hex'), rows };
}

/** A release may rest on another's scores. */
function rowsOf(table: string, releaseId: string): string {
  return table === 'account_scores' ? scoresOf(releaseId) : table;
}

/** Columns that another catalogue added are empty here and must not change the hash. */
async function usedColumns(
  warehouse: Warehouse,
  table: string,
  releaseId: string,
  names: string[],
): Promise<string[]> {
  const tests = names.map(
    (name) => `toUInt8(max(ifNull(toString(\`${name}\`), '') NOT IN ('', '[]', '(0,0,0)'))) AS \`${name}\``,
  );
  const [row] = await warehouse.query({
    sql: `SELECT ${tests.join(', ')} FROM ${rowsOf(table, releaseId)} WHERE release_id = {release:String}`,
    params: { release: releaseId },
    schema: z.record(z.string(), z.number()),
  });
  return names.filter((name) => row?.[name]);
}
