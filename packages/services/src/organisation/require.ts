import { tables } from '@ascent/db';
import { and, eq, ne } from 'drizzle-orm';
import type { Platform } from '../context';
import { notFound } from '../errors';

/** A partner's organisation; the host's own is not among them. */
export async function requireOrganisation(
  { host }: Pick<Platform, 'host'>,
  id: string,
): Promise<{ id: string; name: string }> {
  const { partner } = tables;
  const [found] = await host
    .select({ id: partner.partnerId, name: partner.name })
    .from(partner)
    .where(and(eq(partner.partnerId, id), ne(partner.partnerId, 'host')));
  if (!found) throw notFound('the organisation');
  return found;
}
