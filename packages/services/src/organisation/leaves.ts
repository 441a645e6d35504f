import { tables } from '@ascent/db';
import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { requireHost } from '../access/actor';
import { appendAudit } from '../audit/append';
import type { Context, Platform } from '../context';
import { endAccess, NewAccess, openAccess, requireDistributor } from '../distribution/access-rows';
import { requireOrganisation } from './require';
import type { LeaveLine } from './schemas';

/** For the host: whose rows an organisation lets be seen, and whose it sees, now. */
export async function leavesOf({ host }: Pick<Platform, 'host'>, id: string): Promise<LeaveLine[]> {
  const { resellerAccess: access, partner } = tables;
  const distributor = alias(partner, 'distributor');
  const rows = await host
    .select({ access, resellerName: partner.name, distributorName: distributor.name })
    .from(access)
    .innerJoin(partner, eq(partner.partnerId, access.partnerId))
    .innerJoin(distributor, eq(distributor.partnerId, access.distributorId))
    .where(
      and(
        or(eq(access.partnerId, id), eq(access.distributorId, id)),
        isNull(access.revokedAt),
        gt(access.expiresAt, new Date()),
      ),
    )
    .orderBy(asc(partner.name), asc(distributor.name));
  return rows.map(({ access: row, resellerName, distributorName }) => ({
    ...{ id: row.id, resellerId: row.partnerId, resellerName },
    ...{ distributorId: row.distributorId, distributorName, seesSensitive: row.seesSensitive },
    ...{ grantedBy: row.grantedBy, expiresAt: row.expiresAt.toISOString() },
  }));
}

export const NewLeave = NewAccess.extend({ resellerId: z.string().min(1).max(100) });
export type NewLeave = z.infer<typeof NewLeave>;
export const LeaveEnd = z.object({ resellerId: z.string().min(1).max(100), id: z.uuid() });
export type LeaveEnd = z.infer<typeof LeaveEnd>;

/** The host lets a distributor see a reseller's rows: it stands in the reseller's own log, as in the host's. */
export async function grantLeave(context: Context, input: NewLeave): Promise<{ id: string }> {
  requireHost(context.actor);
  const { platform, actor } = context;
  const { resellerId, ...access } = NewLeave.parse(input);
  await requireOrganisation(platform, resellerId);
  await requireDistributor(platform.auth, access.distributorId, resellerId);
  const id = await platform.host.transaction(async (tx) => {
    const made = await openAccess(tx, { partnerId: resellerId, grantedBy: actor.partnerName, access });
    const { distributorId, seesSensitive, expiresAt } = access;
    const said = { actor: actor.userId, action: 'distributor.grant' };
    const detail = { seesSensitive, expiresAt };
    await appendAudit(tx, {
      ...{ ...said, partnerId: resellerId, subject: distributorId },
      detail: { ...detail, byHost: true },
    });
    await appendAudit(tx, {
      ...{ ...said, partnerId: 'host', subject: resellerId },
      detail: { ...detail, distributorId },
    });
    return made;
  });
  return { id };
}

/** Whoever gave it: from the next request on the distributor sees nothing. */
export async function revokeLeave(context: Context, input: LeaveEnd): Promise<void> {
  requireHost(context.actor);
  const { platform, actor } = context;
  const { resellerId, id } = LeaveEnd.parse(input);
  await platform.host.transaction(async (tx) => {
    const { distributorId } = await endAccess(tx, resellerId, id);
    const said = { actor: actor.userId, action: 'distributor.revoke' };
    await appendAudit(tx, {
      ...{ ...said, partnerId: resellerId, subject: distributorId, detail: { byHost: true } },
    });
    await appendAudit(tx, { ...said, partnerId: 'host', subject: resellerId, detail: { distributorId } });
  });
}
