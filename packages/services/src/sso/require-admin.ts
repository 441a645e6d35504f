import { requireAdmin } from '../access/require-admin';
import type { Context } from '../context';

/** An account admin, or the host's staff for their own organisation. */
export async function requireSsoAdmin(context: Context): Promise<void> {
  if (context.actor.kind !== 'host') await requireAdmin(context);
}
