import { gridColumns } from '@ascent/schemas';
import { tenantReader } from '@ascent/warehouse';
import { toRights } from '../access/actor';
import { requireAdmin } from '../access/require-admin';
import type { Context } from '../context';
import { keptRead } from '../grid/kept-reads';
import { shownRelease } from '../release/shown';
import type { NewRights } from './change-rights';

/** What somebody will see with these rights, before they are saved. */
export type RightsEffect = {
  accounts: number;
  seesSensitive: boolean;
  /** Columns that do not exist for them. */
  hidden: string[];
};

export async function rightsEffect(context: Context, grants: NewRights['grants']): Promise<RightsEffect> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { locations, seesSensitive } = toRights(grants);
  const release = await shownRelease(platform.app);
  if (!release) return { accounts: 0, seesSensitive, hidden: [] };
  const tenant = { partnerId: actor.partnerId, locations };
  const accounts =
    locations !== '*' && locations.length === 0
      ? 0
      : await keptRead(
          { platform, actor: { ...actor, locations } },
          ['count', { releaseId: release.id }],
          () => tenantReader(platform.warehouse, tenant).count({ releaseId: release.id }),
        );
  const open = new Set(gridColumns(release.catalogue, false).map(({ id }) => id));
  const hidden = seesSensitive
    ? []
    : gridColumns(release.catalogue, true)
        .map(({ id }) => id)
        .filter((id) => !open.has(id));
  return { accounts, seesSensitive, hidden };
}
