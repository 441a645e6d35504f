import { tables, withTenant } from '@ascent/db';
import { tenantReader } from '@ascent/warehouse';
import { asc } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import type { Context } from '../context';
import { keptRead } from '../grid/kept-reads';
import { shownRelease } from '../release/shown';

export type Place = {
  id: string;
  name: string;
  country: string | null;
  city: string | null;
  accounts: number;
};

/** The organisation's locations with how many accounts each has; `all` counts every account once. */
export async function listPlaces(context: Context): Promise<{ places: Place[]; all: number }> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const places = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.location).orderBy(asc(tables.location.name), asc(tables.location.locationId)),
  );
  const release = await shownRelease(platform.app);
  const tenant = { partnerId: actor.partnerId, locations: '*' as const };
  const counts = release
    ? await keptRead({ platform, actor: { ...actor, locations: '*' } }, ['places', release.id], async () => {
        const reader = tenantReader(platform.warehouse, tenant);
        const [all, rows] = await Promise.all([
          reader.count({ releaseId: release.id }),
          reader.locationCounts({ releaseId: release.id }),
        ]);
        return { all, rows };
      })
    : { all: 0, rows: new Map<string, number>() };
  return {
    all: counts.all,
    places: places.map(({ locationId, name, country, city }) => ({
      ...{ id: locationId, name, country, city },
      accounts: counts.rows.get(locationId) ?? 0,
    })),
  };
}
