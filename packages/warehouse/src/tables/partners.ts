import { z } from 'zod';
import type { Warehouse } from '../client';
import { latestRows } from './feed-tables';

const PartnerRow = z.object({
  partner_id: z.string(),
  partner_name: z.string(),
  location_id: z.string(),
  location_name: z.string(),
  country: z.string(),
  city: z.string(),
});
export type PartnerRow = z.infer<typeof PartnerRow>;

/** Locations of the partners feed over these loads, with their partner. */
export function partnersOf(warehouse: Warehouse, loads: readonly number[]): Promise<PartnerRow[]> {
  const sql = `SELECT partner_id, partner_name, location_id, location_name, country, city FROM ${latestRows('partners', loads)} ORDER BY partner_id, location_id`;
  return warehouse.query({ sql, schema: PartnerRow });
}
