import type { Context } from '../context';
import { findOwnSso, recordSso } from './own';
import { markProven, requireRecord, type TxtResolver } from './proof';
import { requireSsoAdmin } from './require-admin';

/** By the record that the domain's owner publishes; from then on people of the domain may sign in by it. */
export async function proveSsoDomain(context: Context, id: string, resolver?: TxtResolver): Promise<void> {
  await requireSsoAdmin(context);
  const { domain, domainVerified } = await findOwnSso(context, id);
  if (domainVerified) return;
  await requireRecord({ domain, providerId: id }, resolver);
  await context.platform.auth.transaction(async (tx) => {
    // Whoever removed it in the meantime has it removed.
    await findOwnSso(context, id, tx);
    await markProven(tx, { domain, providerId: id });
  });
  await recordSso(context, { action: 'sso.prove', subject: id, detail: { domain } });
}
