import { type AccountQuery, gridColumns, type ReaderCatalogue } from '@ascent/schemas';

/**
 * Without what this release's catalogue or the reader's role does not have, so that an old link still opens.
 * `lost` counts what was left out; the columns shown are counted where they are read.
 */
export function knownQuery(
  query: AccountQuery,
  catalogue: ReaderCatalogue,
  seesSensitive: boolean,
): { query: AccountQuery; lost: number } {
  const columns = gridColumns(catalogue, seesSensitive);
  const known = new Set(columns.map((column) => column.id));
  const agreement = new Set(
    columns.filter((column) => column.group === 'agreement').map((column) => column.id),
  );
  const where = query.where.filter((filter) => known.has(filter.column) && isWhole(filter));
  const sort = query.sort.filter(
    ({ column }) => column === 'best' || (known.has(column) && !agreement.has(column)),
  );
  const product = catalogue.products.find((each) => each.id === query.product)?.id;
  const cohort = catalogue.cohorts.find((each) => each.id === query.cohort)?.id;
  return {
    query: { ...query, where, sort, product: product ?? catalogue.products[0]!.id, cohort },
    lost: query.where.length - where.length + query.sort.length - sort.length,
  };
}

function isWhole({ op, values }: AccountQuery['where'][number]): boolean {
  return op === 'known' || op === 'unknown' || values.length > 0;
}
