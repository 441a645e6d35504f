import { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';
import { AccountQuery, conditions, ordering, shownProduct } from './filters';

export const ProductScore = z.object({
  product: z.string(),
  cluster: z.string(),
  code: z.string(),
  wasCode: z.string(),
  /** Deci-points; null = not scored. */
  fit: z.number().nullable(),
  intent: z.number().nullable(),
});
export type ProductScore = z.infer<typeof ProductScore>;

export const AccountLine = z.object({
  accountId: z.string(),
  name: z.string(),
  domain: z.string(),
  employees: z.number().nullable(),
  industry: z.string(),
  country: z.string(),
  sizeClass: z.string(),
  scores: z.array(ProductScore),
  /** Absent for a role that may not see it; '' = no band. */
  revenuePotential: z.string().optional(),
});
export type AccountLine = z.infer<typeof AccountLine>;

export const AccountPage = z.object({
  rows: z.array(AccountLine),
  total: z.number(),
  /** All accounts of the reader, whatever the filters. */
  all: z.number(),
  page: z.number(),
  pageSize: z.number(),
  product: z.string(),
});
export type AccountPage = z.infer<typeof AccountPage>;

/** One page of the accounts that the actor sees, filtered and sorted in the warehouse. */
export async function listAccounts(
  context: Context,
  input: z.input<typeof AccountQuery>,
): Promise<AccountPage> {
  const query = AccountQuery.parse(input);
  const release = await requireRelease(context.platform.app);
  const reader = readerOf(context);
  const product = shownProduct(release, query.product);
  const where = conditions(release, query);
  const select = { releaseId: release.id, where, ...(query.search ? { search: query.search } : {}) };
  const { seesSensitive } = context.actor;
  const columns = [
    'account_id',
    'AccountName',
    'Domain',
    'OrgSize',
    'Industry',
    'Country',
    'SMCTypeSummary',
    ...release.catalogue.products.flatMap(({ id }) => [
      `${id}Cluster`,
      `${id}Code`,
      `${id}WasCode`,
      `${id}FitScore`,
      `${id}IntentScore`,
    ]),
    ...(seesSensitive ? [`${product.id}RevenuePotential`] : []),
  ];
  const [total, all] = await Promise.all([reader.count(select), reader.count({ releaseId: release.id })]);
  // A page beyond the end is the last one: rows may have gone since the address was written.
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / query.pageSize)));
  const rows = await reader.rows({
    ...select,
    columns,
    orderBy: ordering(release, query),
    limit: query.pageSize,
    offset: (page - 1) * query.pageSize,
  });
  return {
    rows: rows.map((row) =>
      toLine(
        row,
        release.catalogue.products.map((each) => each.id),
        seesSensitive ? product.id : null,
      ),
    ),
    total,
    all,
    page,
    pageSize: query.pageSize,
    product: product.id,
  };
}

type Row = Record<string, string | number | null | string[]>;

function toLine(row: Row, products: string[], revenueOf: string | null): AccountLine {
  return {
    accountId: String(row.account_id),
    name: String(row.AccountName),
    domain: String(row.Domain),
    employees: row.OrgSize as number | null,
    industry: String(row.Industry),
    country: String(row.Country),
    sizeClass: String(row.SMCTypeSummary),
    scores: products.map((product) => productScore(row, product)),
    ...(revenueOf ? { revenuePotential: String(row[`${revenueOf}RevenuePotential`]) } : {}),
  };
}

export function productScore(row: Row, product: string): ProductScore {
  return {
    product,
    cluster: String(row[`${product}Cluster`]),
    code: String(row[`${product}Code`]),
    wasCode: String(row[`${product}WasCode`] ?? ''),
    fit: row[`${product}FitScore`] as number | null,
    intent: row[`${product}IntentScore`] as number | null,
  };
}
