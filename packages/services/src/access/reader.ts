import { type TenantReader, tenantReader } from '@ascent/warehouse';
import type { Context } from '../context';

/** The actor's own view of the release rows; `long` for whole files. */
export function readerOf({ platform, actor }: Context, lane: 'short' | 'long' = 'short'): TenantReader {
  const warehouse = lane === 'short' ? platform.warehouse : platform.exports;
  return tenantReader(warehouse, { partnerId: actor.partnerId, locations: actor.locations });
}
