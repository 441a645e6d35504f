import { tables } from '@ascent/db';
import type { TestPlatform } from './platform';

/** The host's organisation and these partners', as a partners feed would make them. */
export async function syncTestPartners(
  { platform }: Pick<TestPlatform, 'platform'>,
  partnerIds: string[],
): Promise<void> {
  for (const id of ['host', ...partnerIds]) {
    await platform.auth.insert(tables.organization).values({ id, name: `Partner ${id}`, slug: id });
    await platform.host.insert(tables.partner).values({ partnerId: id, name: `Partner ${id}` });
  }
}
