import { tables, withTenant } from '@ascent/db';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import { WHOLE_ORGANISATION } from '../user/role';

/** Asked of the table, not of the actor: a right that was taken a moment ago is gone for what changes others' rights. */
export async function requireAdmin({ platform, actor }: Context): Promise<void> {
  if (await isAdmin({ platform, actor })) return;
  throw new ServiceError('not-found', 'the page was not found');
}

export async function isAdmin({ platform, actor }: Context): Promise<boolean> {
  const { roleGrant } = tables;
  const grants = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .select({ role: roleGrant.role })
      .from(roleGrant)
      .where(
        and(
          eq(roleGrant.partnerId, actor.partnerId),
          eq(roleGrant.userId, actor.userId),
          eq(roleGrant.role, 'account-admin'),
          eq(roleGrant.scope, WHOLE_ORGANISATION),
        ),
      ),
  );
  return grants.length > 0;
}
