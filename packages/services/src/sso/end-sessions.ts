import { type Tx, tables } from '@ascent/db';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';

/** Ends every session of the domain's addresses that was not opened through this provider, the admin's own too. */
export async function endOtherSessions(
  tx: Tx,
  { domain, providerId }: { domain: string; providerId: string },
): Promise<number> {
  const { session, user } = tables;
  const ofDomain = tx
    .select({ id: user.id })
    .from(user)
    .where(eq(sql`lower(split_part(${user.email}, '@', -1))`, domain));
  const ended = await tx
    .delete(session)
    .where(
      and(
        inArray(session.userId, ofDomain),
        or(isNull(session.ssoProviderId), ne(session.ssoProviderId, providerId)),
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}
