import { type Db, tables } from '@ascent/db';
import { asc, eq, ne } from 'drizzle-orm';
import { ServiceError } from '../errors';

export type PartnerLine = { partnerId: string; name: string };

const columns = { partnerId: tables.partner.partnerId, name: tables.partner.name };

/** For the host: a partner by its id. */
export async function partnerById(host: Db, partnerId: string): Promise<PartnerLine> {
  const [row] = await host
    .select(columns)
    .from(tables.partner)
    .where(eq(tables.partner.partnerId, partnerId));
  if (!row) throw new ServiceError('not-found', `there is no partner ${partnerId}`);
  return row;
}

/** For the host: all partners, by id. */
export async function listPartners(host: Db): Promise<PartnerLine[]> {
  return host
    .select(columns)
    .from(tables.partner)
    .where(ne(tables.partner.partnerId, 'host'))
    .orderBy(asc(tables.partner.partnerId));
}
