import type { TenantReader } from '@ascent/warehouse';

/** The names of these accounts, as far as the reader sees them. */
export async function accountNames(
  reader: Pick<TenantReader, 'page'>,
  releaseId: string,
  accounts: readonly string[],
): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const where = [{ column: 'account_id', op: 'in' as const, values: accounts }];
  const columns = ['account_id', 'AccountName'];
  const rows = await reader.page({ releaseId, where, columns, limit: accounts.length });
  return new Map(rows.map((row) => [String(row.account_id), String(row.AccountName)]));
}
