import type { AccountQuery } from '@ascent/api';
import type { Catalogue } from '@ascent/schemas';

/** Without a product or cohort that this release's catalogue does not have. */
export function knownQuery(query: AccountQuery, catalogue: Catalogue): AccountQuery {
  const product = catalogue.products.find((each) => each.id === query.product)?.id;
  const cohort = catalogue.cohorts.find((each) => each.id === query.cohort)?.id;
  return { ...query, product: product ?? catalogue.products[0]!.id, cohort };
}
