import { z } from 'zod';
import type { Warehouse } from '../client';

/** Larger ones take the engine minutes, and it merges them by and by in any case. */
const ROWS_MAX = 4_000_000;
const Parts = z.object({ parts: z.number(), rows: z.number() });

/**
 * Merges the parts of a partition that is read over and over into one: a read opens every column of every part, which
 * costs a page on one account more than its rows do.
 */
export async function mergeParts(
  warehouse: Warehouse,
  table: 'release_rows',
  partition: string,
): Promise<void> {
  const [found] = await warehouse.query({
    sql: `SELECT toUInt32(count()) AS parts, toUInt32(sum(rows)) AS rows FROM system.parts
      WHERE active AND database = currentDatabase() AND table = {table:String} AND partition = {partition:String}`,
    params: { table, partition },
    schema: Parts,
  });
  if (!found || found.parts < 2 || found.rows > ROWS_MAX) return;
  await warehouse.command({
    sql: `OPTIMIZE TABLE ${table} PARTITION '${partition}' FINAL`,
    idempotent: true,
  });
}
