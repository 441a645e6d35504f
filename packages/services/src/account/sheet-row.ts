import type { Product } from '@ascent/schemas';
import { PROFILE_COLUMNS, type Row, readSheet, sheetColumns, type TenantReader } from '@ascent/warehouse';
import type { ShownRelease } from '../context';

type Release = Pick<ShownRelease, 'id' | 'catalogue'>;
type Asked = {
  accountId: string;
  /** Who and where it is, beside what the release says of the products. */
  profile?: boolean;
  /** Whose scores are asked for; those of each release unless said otherwise. */
  products?: readonly Pick<Product, 'id'>[];
};

/** What these releases say of one account: its scores, and its profile when asked; null for those in which the reader does not see it. */
export async function sheetRows(
  reader: TenantReader,
  releases: readonly Release[],
  { accountId, profile = false, products }: Asked,
): Promise<(Row | null)[]> {
  const ids = releases.map(({ id }) => id);
  const found = await reader.accountRows({ accountId, releases: ids, columns: ['Sheet'] });
  return Promise.all(
    releases.map(async ({ id, catalogue }) => {
      const row = found.get(id);
      if (!row) return null;
      const asked = products ?? catalogue.products;
      const told = row.Sheet === '' ? null : readSheet(String(row.Sheet), catalogue.products, asked);
      // Releases of earlier versions have no sheets, or sheets without a profile.
      const missing = [
        ...(told ? [] : sheetColumns(asked)),
        ...(profile && !told?.AccountName ? PROFILE_COLUMNS : []),
      ];
      if (missing.length === 0) return told;
      const where = [{ column: 'account_id', op: '=' as const, value: accountId }];
      const [rest] = await reader.rows({ releaseId: id, where, limit: 1, columns: missing });
      return { ...told, ...rest };
    }),
  );
}
