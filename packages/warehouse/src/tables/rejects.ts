import { z } from 'zod';
import type { Warehouse } from '../client';

const RejectedRow = z.object({
  feed: z.string(),
  file: z.string(),
  line: z.number(),
  column: z.string(),
  reason: z.string(),
  value: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** The first rejected rows of a load, by line. */
export function listRejects(warehouse: Warehouse, load: number, limit: number): Promise<RejectedRow[]> {
  return warehouse.query({
    sql: 'SELECT feed, file, line, `column`, reason, value FROM rejected_rows WHERE load_seq = {load:UInt32} ORDER BY line, `column` LIMIT {limit:UInt32}',
    params: { load, limit },
    schema: RejectedRow,
  });
}
