import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import type { Context } from '../context';
import { findOwnSso, ownSso, recordSso } from './own';
import { requireSsoAdmin } from './require-admin';

/** Nobody signs in by it any more; its ties to people go with it, so that a later one starts anew. */
export async function removeSso(context: Context, id: string): Promise<void> {
  await requireSsoAdmin(context);
  const { domain } = await context.platform.auth.transaction(async (tx) => {
    const row = await findOwnSso(context, id, tx);
    await tx.delete(tables.account).where(eq(tables.account.providerId, id));
    await tx.delete(tables.ssoProvider).where(ownSso(context, id));
    return row;
  });
  await recordSso(context, { action: 'sso.remove', subject: id, detail: { domain } });
}
