import { tables, withTenant } from '@ascent/db';
import { desc } from 'drizzle-orm';
import { requireAdmin } from '../access/require-admin';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import {
  type AccessLine,
  accessState,
  endAccess,
  NewAccess,
  openAccess,
  requireDistributor,
} from './access-rows';

/** A reseller's admin lets a distributor see the organisation's rows until a day, at most a year ahead. */
export async function grantAccess(context: Context, input: NewAccess): Promise<{ id: string }> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const access = NewAccess.parse(input);
  const { distributorId, seesSensitive, expiresAt } = access;
  const { partnerId } = actor;
  await requireDistributor(platform.auth, distributorId, partnerId);
  const id = await withTenant(platform.app, partnerId, async (tx) => {
    const made = await openAccess(tx, { partnerId, grantedBy: actor.name, access });
    const detail = { seesSensitive, expiresAt };
    await appendAudit(tx, {
      ...{ partnerId, actor: actor.userId },
      ...{ action: 'distributor.grant', subject: distributorId, detail },
    });
    return made;
  });
  return { id };
}

export async function revokeAccess(context: Context, id: string): Promise<void> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const { partnerId } = actor;
  await withTenant(platform.app, partnerId, async (tx) => {
    const { distributorId } = await endAccess(tx, partnerId, id);
    await appendAudit(tx, {
      ...{ partnerId, actor: actor.userId },
      ...{ action: 'distributor.revoke', subject: distributorId },
    });
  });
}

export async function listAccess(context: Context): Promise<AccessLine[]> {
  await requireAdmin(context);
  const { platform, actor } = context;
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.select().from(tables.resellerAccess).orderBy(desc(tables.resellerAccess.createdAt)).limit(200),
  );
  const names = await platform.auth.select().from(tables.organization);
  return rows.map((row) => ({
    ...{ id: row.id, distributorId: row.distributorId },
    ...{ seesSensitive: row.seesSensitive, grantedBy: row.grantedBy },
    name: names.find((each) => each.id === row.distributorId)?.name ?? row.distributorId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: accessState(row),
  }));
}
