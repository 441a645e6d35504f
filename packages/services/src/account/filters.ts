import { Cluster, Level, SegmentCode, SizeClass } from '@ascent/schemas';
import type { Condition, Select } from '@ascent/warehouse';
import { z } from 'zod';
import type { ShownRelease } from '../context';
import { ServiceError } from '../errors';

/** How a list of accounts is narrowed and sorted; all of it fits in an address. */
export const AccountQuery = z.object({
  product: z.string().optional(),
  clusters: z.array(Cluster).default([]),
  codes: z.array(SegmentCode).default([]),
  fit: z.array(Level).default([]),
  intent: z.array(Level).default([]),
  sizes: z.array(SizeClass).default([]),
  countries: z.array(z.string().max(100)).max(100).default([]),
  industries: z.array(z.string().max(100)).max(100).default([]),
  cohort: z.string().optional(),
  search: z.string().trim().max(100).default(''),
  sort: z
    .enum(['code', 'name', 'employees', 'country', 'industry', 'fit', 'intent', 'propensity'])
    .default('code'),
  descending: z.boolean().default(false),
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(200).default(50),
});
export type AccountQuery = z.infer<typeof AccountQuery>;

export function shownProduct(release: ShownRelease, id: string | undefined) {
  const product =
    id === undefined
      ? release.catalogue.products[0]
      : release.catalogue.products.find((each) => each.id === id);
  if (!product) throw new ServiceError('invalid', `product: ${id} is not in the catalogue`);
  return product;
}

export function conditions(release: ShownRelease, query: AccountQuery): Condition[] {
  const { id } = shownProduct(release, query.product);
  const found: Condition[] = [];
  const among = (column: string, values: string[]) => {
    if (values.length > 0) found.push({ column, op: 'in', values });
  };
  among(`${id}Cluster`, query.clusters);
  among(`${id}Code`, query.codes);
  among(`${id}Fit`, query.fit);
  among(`${id}Intent`, query.intent);
  among('SMCTypeSummary', query.sizes);
  among('Country', query.countries);
  among('Industry', query.industries);
  if (query.cohort !== undefined)
    found.push({ column: cohortHeader(release, query.cohort), op: '=', value: 'Yes' });
  return found;
}

export function cohortHeader(release: ShownRelease, id: string): string {
  const cohort = release.catalogue.cohorts.find((each) => each.id === id);
  if (!cohort) throw new ServiceError('invalid', `cohort: ${id} is not in the catalogue`);
  return cohort.header;
}

/** Best first: by code, then fit, then intent. */
export function ordering(
  release: ShownRelease,
  { product, sort, descending }: AccountQuery,
): NonNullable<Select['orderBy']> {
  const { id } = shownProduct(release, product);
  switch (sort) {
    case 'code':
      return [
        { column: `${id}Code`, descending, ranks: SegmentCode.options },
        { column: `${id}FitScore`, descending: !descending },
        { column: `${id}IntentScore`, descending: !descending },
      ];
    case 'name':
      return [{ column: 'AccountName', descending }];
    case 'employees':
      return [{ column: 'OrgSize', descending }];
    case 'country':
      return [{ column: 'Country', descending }];
    case 'industry':
      return [{ column: 'Industry', descending }];
    case 'fit':
      return [{ column: `${id}FitScore`, descending }];
    case 'intent':
      return [{ column: `${id}IntentScore`, descending }];
    case 'propensity':
      return [{ column: `${id}Propensity`, descending }];
  }
}
