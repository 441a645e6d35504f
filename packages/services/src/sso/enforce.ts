import { tables } from '@ascent/db';
import { count, eq } from 'drizzle-orm';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import { endOtherSessions } from './end-sessions';
import { findOwnSso, ownSso, recordSso } from './own';
import { requireSsoAdmin } from './require-admin';

/**
 * Whether addresses of the domain may sign in with nothing else; what was opened by a password then ends with it.
 * Not before one sign-in has worked: nobody would get in.
 */
export async function enforceSso(
  context: Context,
  { id, enforced }: { id: string; enforced: boolean },
): Promise<void> {
  await requireSsoAdmin(context);
  const ended = await context.platform.auth.transaction(async (tx) => {
    const row = await findOwnSso(context, id, tx);
    if (enforced && row.organizationId === 'host')
      throw new ServiceError('invalid', 'the host’s own staff keep their other ways to sign in');
    if (enforced && !row.domainVerified)
      throw new ServiceError('conflict', `prove first that ${row.domain} is yours`);
    const [used] = await tx
      .select({ people: count() })
      .from(tables.account)
      .where(eq(tables.account.providerId, id));
    if (enforced && used!.people === 0)
      throw new ServiceError('conflict', 'sign in through it once before nothing else is allowed');
    await tx.update(tables.ssoProvider).set({ enforced }).where(ownSso(context, id));
    return enforced ? endOtherSessions(tx, { domain: row.domain, providerId: id }) : 0;
  });
  await recordSso(context, {
    action: enforced ? 'sso.enforce' : 'sso.release',
    subject: id,
    detail: { sessionsEnded: ended },
  });
}
