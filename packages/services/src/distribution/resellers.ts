import { tables } from '@ascent/db';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Platform } from '../context';

export type Reseller = { partnerId: string; name: string; seesSensitive: boolean; expiresAt: string };

/** The resellers whose rows an organisation may see now. Read above tenants: the leave is the reseller's row. */
export async function resellersOf(
  { host }: Pick<Platform, 'host'>,
  distributorId: string,
): Promise<Reseller[]> {
  const { resellerAccess, partner } = tables;
  const rows = await host
    .select({ access: resellerAccess, name: partner.name })
    .from(resellerAccess)
    .innerJoin(partner, eq(partner.partnerId, resellerAccess.partnerId))
    .where(
      and(
        eq(resellerAccess.distributorId, distributorId),
        isNull(resellerAccess.revokedAt),
        gt(resellerAccess.expiresAt, new Date()),
      ),
    )
    .orderBy(partner.name);
  return rows.map(({ access, name }) => ({
    partnerId: access.partnerId,
    name,
    seesSensitive: access.seesSensitive,
    expiresAt: access.expiresAt.toISOString(),
  }));
}
