import { randomUUID } from 'node:crypto';
import { type Db, type Tx, tables } from '@ascent/db';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { notFound, ServiceError } from '../errors';

const YEAR_MS = 366 * 86_400_000;

export const NewAccess = z.object({
  distributorId: z.string().min(1).max(100),
  seesSensitive: z.boolean(),
  expiresAt: z.iso.date(),
});
export type NewAccess = z.infer<typeof NewAccess>;

export type AccessLine = {
  id: string;
  distributorId: string;
  name: string;
  seesSensitive: boolean;
  grantedBy: string;
  createdAt: string;
  expiresAt: string;
  state: 'open' | 'expired' | 'revoked';
};

type AccessRow = typeof tables.resellerAccess.$inferSelect;

/** Lets a distributor see a reseller's rows until the end of a day; an earlier leave ends with that. */
export async function openAccess(
  tx: Tx,
  { partnerId, grantedBy, access }: { partnerId: string; grantedBy: string; access: NewAccess },
): Promise<string> {
  const { distributorId, seesSensitive } = access;
  const { resellerAccess } = tables;
  const id = randomUUID();
  const expiresAt = endOf(access.expiresAt);
  await tx
    .update(resellerAccess)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(resellerAccess.partnerId, partnerId),
        eq(resellerAccess.distributorId, distributorId),
        isNull(resellerAccess.revokedAt),
      ),
    );
  await tx
    .insert(resellerAccess)
    .values({ id, partnerId, distributorId, seesSensitive, grantedBy, expiresAt });
  return id;
}

/** Ends a reseller's leave: from the next request on the distributor sees nothing. */
export async function endAccess(tx: Tx, partnerId: string, id: string): Promise<AccessRow> {
  const { resellerAccess } = tables;
  const [ended] = await tx
    .update(resellerAccess)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(resellerAccess.partnerId, partnerId),
        eq(resellerAccess.id, id),
        isNull(resellerAccess.revokedAt),
      ),
    )
    .returning();
  if (!ended) throw notFound('the access');
  return ended;
}

/** The host is nobody's distributor, and nobody one's own. */
export async function requireDistributor(auth: Db, distributorId: string, partnerId: string): Promise<void> {
  const { organization } = tables;
  const [known] = await auth.select().from(organization).where(eq(organization.id, distributorId));
  if (!known || distributorId === 'host' || distributorId === partnerId) throw notFound('the organisation');
}

export function accessState({ revokedAt, expiresAt }: AccessRow): AccessLine['state'] {
  if (revokedAt) return 'revoked';
  return expiresAt.getTime() <= Date.now() ? 'expired' : 'open';
}

function endOf(day: string): Date {
  const until = new Date(`${day}T23:59:59Z`);
  if (until.getTime() <= Date.now() || until.getTime() > Date.now() + YEAR_MS)
    throw new ServiceError('invalid', 'expiresAt: must lie within the year ahead');
  return until;
}
