import { type Db, tables } from '@ascent/db';
import { partnersOf, type Warehouse } from '@ascent/warehouse';
import { ServiceError } from '../errors';
import { PUBLIC_DESK } from '../ticket/schemas';

/** Organisations of the installation: a partner of that name would get their rights. */
const RESERVED = new Set(['host', PUBLIC_DESK]);

/** Makes the organisations and locations of the partners feed, and the host's own. Safe to run again. */
export async function syncPartners({
  auth,
  host,
  warehouse,
  loads,
}: {
  auth: Db;
  host: Db;
  warehouse: Warehouse;
  loads: number[];
}): Promise<{ partners: number }> {
  const rows = await partnersOf(warehouse, loads);
  const taken = rows.find((row) => RESERVED.has(row.partner_id));
  if (taken)
    throw new ServiceError(
      'invalid',
      `partners: the id "${taken.partner_id}" belongs to the installation itself`,
    );
  const names = new Map([
    ['host', 'Host'],
    ...rows.map((row) => [row.partner_id, row.partner_name] as const),
  ]);
  for (const [id, name] of names) {
    await auth
      .insert(tables.organization)
      .values({ id, name, slug: id })
      .onConflictDoUpdate({ target: tables.organization.id, set: { name } });
    await host
      .insert(tables.partner)
      .values({ partnerId: id, name })
      .onConflictDoUpdate({ target: tables.partner.partnerId, set: { name } });
  }
  for (const row of rows) {
    const values = {
      partnerId: row.partner_id,
      locationId: row.location_id,
      name: row.location_name,
      country: row.country,
      city: row.city,
    };
    await host
      .insert(tables.location)
      .values(values)
      .onConflictDoUpdate({ target: [tables.location.partnerId, tables.location.locationId], set: values });
  }
  return { partners: names.size - 1 };
}
