import { Resolver } from 'node:dns/promises';
import { type Tx, tables } from '@ascent/db';
import { and, eq, ne, sql } from 'drizzle-orm';
import { ServiceError } from '../errors';
import { domainRecord } from './our-addresses';

export type TxtResolver = Pick<Resolver, 'resolveTxt'>;
type Claim = { domain: string; providerId: string };

/** Looks for the record that the domain's owner publishes. */
export async function requireRecord(
  { domain, providerId }: Claim,
  resolver: TxtResolver = new Resolver({ timeout: 3000, tries: 2 }),
): Promise<void> {
  const { name, value } = domainRecord(domain, providerId);
  // No record, no such name and no answer are the same to whoever waits: not there yet.
  const records = await resolver.resolveTxt(name).catch(() => []);
  if (records.some((parts) => parts.join('').trim() === value)) return;
  throw new ServiceError('conflict', `${name} has no record "${value}" yet; it can take an hour to be seen`);
}

/** From now on people of the domain may sign in by it. A domain is one organisation's at a time. */
export async function markProven(tx: Tx, { domain, providerId }: Claim): Promise<void> {
  const { ssoProvider } = tables;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sso:${domain}`}, 0))`);
  const others = await tx
    .select({ id: ssoProvider.id })
    .from(ssoProvider)
    .where(
      and(
        eq(ssoProvider.domain, domain),
        eq(ssoProvider.domainVerified, true),
        ne(ssoProvider.providerId, providerId),
      ),
    );
  if (others.length > 0)
    throw new ServiceError('conflict', `${domain} is proven by another organisation; ask for help`);
  await tx.update(ssoProvider).set({ domainVerified: true }).where(eq(ssoProvider.providerId, providerId));
}
