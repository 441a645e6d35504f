import { tables, withTenant } from '@ascent/db';
import { and, asc, eq, or } from 'drizzle-orm';
import type { Context } from '../context';
import { type SavedView, ViewAudience } from './schemas';

const PAGE = 'accounts';

/** The reader's own views and the team's, by name; of a reseller's team a distributor has no part. */
export async function listViews({ platform, actor }: Context): Promise<SavedView[]> {
  const view = tables.savedView;
  const own = eq(view.userId, actor.userId);
  const mine = actor.via ? and(own, eq(view.audience, 'private')) : or(own, eq(view.audience, 'team'));
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .select()
      .from(view)
      .where(and(eq(view.page, PAGE), mine))
      .orderBy(asc(view.name), asc(view.id)),
  );
  return rows.map(({ id, name, query, audience, isDefault, userId }) => ({
    ...{ id, name, query, isDefault, own: userId === actor.userId },
    audience: ViewAudience.parse(audience),
  }));
}
