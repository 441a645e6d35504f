import { randomUUID } from 'node:crypto';
import { type Tx, tables, withTenant } from '@ascent/db';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context';
import { notFound, ServiceError } from '../errors';
import { NewView, ViewChange } from './schemas';

const VIEWS_MAX = 200;
const PAGE = 'accounts';

export async function saveView({ platform, actor }: Context, input: NewView): Promise<{ id: string }> {
  const { name, query, audience, isDefault } = NewView.parse(input);
  const own = { partnerId: actor.partnerId, userId: actor.userId };
  return withTenant(platform.app, actor.partnerId, async (tx) => {
    const made = await tx
      .select({ id: tables.savedView.id })
      .from(tables.savedView)
      .where(eq(tables.savedView.userId, actor.userId));
    if (made.length >= VIEWS_MAX)
      throw new ServiceError('conflict', `views: there are ${VIEWS_MAX} already; remove one first`);
    const id = randomUUID();
    if (isDefault) await noOtherDefault(tx, { userId: actor.userId, audience });
    await tx.insert(tables.savedView).values({ id, ...own, page: PAGE, name, audience, isDefault, query });
    return { id };
  });
}

/** Only its maker changes a view; to others of the team it is not there to be changed. */
export async function changeView({ platform, actor }: Context, input: ViewChange): Promise<void> {
  const { id, ...change } = ViewChange.parse(input);
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    const [found] = await tx.select().from(tables.savedView).where(ownView(id, actor.userId));
    if (!found) throw notFound('the view');
    const audience = change.audience ?? found.audience;
    if (change.isDefault) await noOtherDefault(tx, { userId: actor.userId, audience });
    await tx
      .update(tables.savedView)
      .set({ ...change, updatedAt: new Date() })
      .where(ownView(id, actor.userId));
  });
}

export async function removeView({ platform, actor }: Context, id: string): Promise<void> {
  const removed = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.delete(tables.savedView).where(ownView(id, actor.userId)).returning(),
  );
  if (removed.length === 0) throw notFound('the view');
}

function ownView(id: string, userId: string) {
  return and(eq(tables.savedView.id, id), eq(tables.savedView.userId, userId));
}

/** One default a person, and one a team. */
async function noOtherDefault(
  tx: Tx,
  { userId, audience }: { userId: string; audience: string },
): Promise<void> {
  const view = tables.savedView;
  const same =
    audience === 'team'
      ? eq(view.audience, 'team')
      : and(eq(view.audience, 'private'), eq(view.userId, userId));
  await tx.update(view).set({ isDefault: false }).where(same);
}
