import { type Tenant, type TenantReader, tenantReader } from '@ascent/warehouse';
import type { Actor, Context } from '../context';

export function tenantOf({ actor }: Context): Tenant {
  return { partnerId: actor.partnerId, locations: actor.locations };
}

/** An actor is made for each request: what its reader found out holds as long. */
const readers = new WeakMap<Actor, TenantReader>();

/** The actor's own view of the release rows; `long` for whole files. */
export function readerOf(context: Context, lane: 'short' | 'long' = 'short'): TenantReader {
  const { warehouse, exports } = context.platform;
  if (lane === 'long') return tenantReader(exports, tenantOf(context));
  const reader = readers.get(context.actor) ?? tenantReader(warehouse, tenantOf(context));
  readers.set(context.actor, reader);
  return reader;
}
